import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientBase, Pool } from 'pg';
import { lastingFailure } from '#ledger/write/write-failure.ts';
import { LedToStandbyError } from '#postgres/database-error.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import { askAnew, type Looked } from '#postgres/look.ts';
import { misfitOf } from '#postgres/migrate/diagnose.ts';
import type { Database } from '#postgres/open-database.ts';
import { readWriteAccess } from '#postgres/read-write-access.ts';
import { mayLeadToStandbys, mayMove } from '#postgres/transaction.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { refuse } from './refuse.ts';

/** Whether the server accepts requests, and how many are in progress. */
export class Lifecycle {
  #leaving = false;
  #stopping = false;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();
  readonly #stopped = Promise.withResolvers<void>();

  /** Whether requests should be sent elsewhere; those that come are still answered until it stops. */
  get leaving(): boolean {
    return this.#leaving;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** Resolves when no more requests are accepted. */
  get stopped(): Promise<void> {
    return this.#stopped.promise;
  }

  /** A request is under way. */
  begin(): void {
    this.#underWay++;
  }

  /** Its response is sent, or its client gone. */
  end(): void {
    this.#underWay--;
    this.#settle();
  }

  /** Asks for requests to be sent elsewhere, by `/ready` and by closing connections with the next answer. */
  leave(): void {
    this.#leaving = true;
  }

  /** Accepts no more requests. Resolves when the last one in progress has finished. */
  stop(): Promise<void> {
    this.#leaving = true;
    this.#stopping = true;
    this.#stopped.resolve();
    this.#settle();
    return this.#idle.promise;
  }

  #settle(): void {
    if (this.#stopping && this.#underWay === 0) this.#idle.resolve();
  }
}

interface Check {
  readonly ok: boolean;
  /** What was found, for people. */
  readonly found: string;
}

/** Whether requests should be sent to this server, and why not. */
export interface Readiness {
  readonly ready: boolean;
  /** Whether the ledger can be asked about, if need be from memory while the database is away. */
  readonly reads: Check;
  /** Whether the database is writable; a read-only database can still be queried. */
  readonly writes: Check;
  readonly checks: Readonly<Record<'serving' | 'database' | 'migrations' | 'snapshot', Check>>;
}

const patienceMs = 1_000;
/** The follower looks every five seconds; twice missed is too long. */
export const oldestSnapshotMs = 12_000;

const late = { ok: false, found: `no answer within ${patienceMs} ms` };
const failed = { ok: false, found: 'query failed' };
const unanswered = { database: late, migrations: late, fits: true };
const unasked = { database: failed, migrations: failed, fits: true };

/**
 * Checks everything that a response may need. Takes at most a second; does not reveal where the database is. `forWrites`: looks with a new connection
 * where the address leads, as a write does.
 */
export async function readiness(
  database: Database,
  snapshots: Snapshots,
  { leaving }: Lifecycle,
  forWrites: boolean,
): Promise<Readiness> {
  const [{ fits, ...ofDatabase }, writes] = await askDatabases(database, forWrites);
  const checks = {
    serving: { ok: !leaving, found: leaving ? 'stopping' : 'serving' },
    ...ofDatabase,
    snapshot: checkSnapshot(snapshots),
  };
  const reads = checkReads(snapshots, { leaving, fits });
  return { ready: Object.values(checks).every(({ ok }) => ok), reads, writes, checks };
}

/** What is found within the time; a database that does not answer is not waited for, and its connections are given back. */
async function inTime<Found>(ask: () => Promise<Found>, tooLate: Found): Promise<Found> {
  const held = new HeldConnections(patienceMs);
  const answered = await Promise.race([held.during(ask), delay(patienceMs, null, { ref: false })]);
  if (answered !== null) return answered;
  // Repeated checks by a supervisor must not exhaust the pool.
  void held.cancel();
  return tooLate;
}

/** What any connection to a database tells of it. */
interface OfDatabase {
  readonly database: Check;
  readonly migrations: Check;
  readonly fits: boolean;
}

/** What is found of the database that is read, and of the one that is written. */
async function askDatabases(database: Database, forWrites: boolean): Promise<readonly [OfDatabase, Check]> {
  const { pool } = database.primary;
  const isOne = database === database.primary;
  if (!(forWrites && mayMove(pool))) {
    // On one connection, one after the other.
    if (isOne) {
      return inTime(async () => [await askDatabase(database, pool), await checkWrites(pool, pool)], [unanswered, late]);
    }
    return Promise.all([
      inTime(() => askDatabase(database, database.pool), unanswered),
      inTime(() => checkWrites(pool, pool), late),
    ]);
  }
  // By one new connection: after a failover there is no other yet, and to open one takes longer than all else.
  const anew = <Found>(ask: (client: ClientBase, looked: Looked) => Promise<Found>, away: Found, tooLate: Found) =>
    inTime(
      () => askAnew(pool, async (client, looked) => (looked.isNewest ? ask(client, looked) : away)).catch(() => away),
      tooLate,
    );
  if (isOne) {
    return anew(
      async (client, looked) => [await askDatabase(database, client), await checkWrites(pool, client, looked)],
      [unasked, failed],
      [unanswered, late],
    );
  }
  return Promise.all([
    inTime(() => askDatabase(database, database.pool), unanswered),
    anew((client, looked) => checkWrites(pool, client, looked), failed, late),
  ]);
}

async function askDatabase(database: Database, client: Pool | ClientBase): Promise<OfDatabase> {
  try {
    const misfit = await misfitOf(client);
    return {
      database: { ok: true, found: database.isStandby() ? 'answers; it is a standby' : 'answers' },
      migrations: { ok: misfit === null, found: misfit ?? 'all applied' },
      fits: misfit === null,
    };
  } catch {
    return unasked;
  }
}

/** Most of what is asked is answered from memory, which goes on while the database is away. */
function checkReads(
  { current, checkedAt }: Snapshots,
  { leaving, fits }: { readonly leaving: boolean; readonly fits: boolean },
): Check {
  if (leaving) return { ok: false, found: 'stopping' };
  if (!fits) return { ok: false, found: 'the database has other migrations' };
  if (current === null || checkedAt === null) return { ok: false, found: 'no revision is loaded' };
  const isStale = Date.now() - checkedAt.getTime() > oldestSnapshotMs;
  const found = `revision ${current.revision}${isStale ? `, not compared with the database since ${checkedAt.toISOString()}` : ''}`;
  return { ok: true, found };
}

/** Whether what a client of the pool leads to takes writes. A full disk shows only when something is written. */
async function checkWrites(pool: Pool, client: Pool | ClientBase, looked?: Looked): Promise<Check> {
  const obstacle = await obstacleTo(pool, client, looked).catch(() => undefined);
  if (obstacle === undefined) return failed;
  if (obstacle !== null) return { ok: false, found: `the database is read-only: ${obstacle}` };
  const failure = lastingFailure(pool);
  if (failure?.code !== 'DATABASE_FULL') return { ok: true, found: 'taken' };
  return { ok: false, found: `the database has had no disk space left since ${failure.since.toISOString()}` };
}

async function obstacleTo(pool: Pool, client: Pool | ClientBase, looked?: Looked): Promise<string | null> {
  if (looked?.timeline.inRecovery) return new LedToStandbyError().message;
  if (mayLeadToStandbys(pool)) return 'its address led to standbys until a moment ago';
  return (await readWriteAccess(client)).obstacle;
}

function checkSnapshot({ current, checkedAt }: Snapshots): Check {
  if (current === null || checkedAt === null) return { ok: false, found: 'not built yet' };
  const age = Date.now() - checkedAt.getTime();
  const found = `revision ${current.revision}, checked ${Math.round(age / 1000)} s ago`;
  return { ok: age <= oldestSnapshotMs, found };
}

/** `/health`: the process lives and answers. Says nothing of its database: restarting Concord would not bring that back. */
export const answerHealth = (response: ServerResponse): void => answer(response, 200, { status: 'ok' });

/**
 * Looks that are shared: who asks while one is under way gets what that finds. A balancer asks for each of its purposes, and where each took connections
 * of its own, a database that has just come back would have more of those to open than it can.
 */
export function sharedLooks(
  look: (forWrites: boolean) => Promise<Readiness>,
): (forWrites: boolean) => Promise<Readiness> {
  const underWay = new Map<boolean, Promise<Readiness>>();
  return (forWrites) => {
    const shared = underWay.get(forWrites) ?? underWay.get(true);
    if (shared !== undefined) return shared;
    const own = look(forWrites).finally(() => underWay.delete(forWrites));
    underWay.set(forWrites, own);
    return own;
  };
}

const purposes: Readonly<Record<string, (found: Readiness) => boolean>> = {
  '': ({ ready }) => ready,
  reads: ({ reads }) => reads.ok,
  writes: ({ ready, writes }) => ready && writes.ok,
};

/**
 * `/ready`: whether requests should be sent here; 503 and the reasons when not. With `?for=reads`, whether questions are answered, if need be from memory;
 * with `?for=writes`, whether writes are taken.
 */
export async function answerReady(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  look: (forWrites: boolean) => Promise<Readiness>,
): Promise<void> {
  const purpose = new URLSearchParams(url.split('?', 2)[1]).get('for') ?? '';
  const isReady = Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined;
  if (isReady === undefined) {
    const found = JSON.stringify(purpose.slice(0, 80));
    return refuse(response, {
      status: 400,
      code: 'BAD_REQUEST',
      message: `for: found ${found}, expected reads or writes.`,
    });
  }
  const found = await look(purpose === 'writes');
  answer(response, isReady(found) ? 200 : 503, found);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

/**
 * Gives an answer the header `Concord-Stale-Since` when the database was not heard of for so long that there may be a newer revision than the one that
 * it is made from: the time at which the ledger was last found to be so.
 */
export function sayIfStale({ checkedAt }: Pick<Snapshots, 'checkedAt'>, response: ServerResponse): void {
  if (checkedAt === null || Date.now() - checkedAt.getTime() <= oldestSnapshotMs) return;
  response.setHeader('concord-stale-since', checkedAt.toISOString());
}
