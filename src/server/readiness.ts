import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { lastingFailure } from '#ledger/write/write-failure.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import { lackingMigrations } from '#postgres/migrate/diagnose.ts';
import type { Database } from '#postgres/open-database.ts';
import { readWriteAccess } from '#postgres/read-write-access.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';

interface Check {
  readonly ok: boolean;
  /** What was found, for people. */
  readonly found: string;
}

/** Whether requests should be sent to this server, and why not. */
export interface Readiness {
  readonly ready: boolean;
  /** Whether the database is writable; a read-only database can still be queried. */
  readonly writes: Check;
  readonly checks: Readonly<Record<'serving' | 'database' | 'migrations' | 'snapshot', Check>>;
}

const patienceMs = 1_000;
/** The follower looks every five seconds; twice missed is too long. */
export const oldestSnapshotMs = 12_000;

const late = { ok: false, found: `no answer within ${patienceMs} ms` };

/** Checks everything that a response may need. Takes at most a second; does not reveal where the database is. */
export async function readiness(database: Database, snapshots: Snapshots, { stopping }: Lifecycle): Promise<Readiness> {
  const held = new HeldConnections(database.url, patienceMs);
  const answered = await Promise.race([
    held.during(() => askDatabase(database)),
    delay(patienceMs, null, { ref: false }),
  ]);
  // Repeated checks by a supervisor must not exhaust the pool.
  if (answered === null) void held.cancel();
  const { writes, ...ofDatabase } = answered ?? { database: late, migrations: late, writes: late };
  const checks = {
    serving: { ok: !stopping, found: stopping ? 'stopping' : 'serving' },
    ...ofDatabase,
    snapshot: checkSnapshot(snapshots),
  };
  return { ready: Object.values(checks).every(({ ok }) => ok), writes, checks };
}

async function askDatabase(database: Database): Promise<Readonly<Record<'database' | 'migrations' | 'writes', Check>>> {
  try {
    const pending = await lackingMigrations(database);
    const migrations = {
      ok: pending.length === 0,
      found: pending.length === 0 ? 'all applied' : `pending: ${pending.join(', ')}`,
    };
    return { database: { ok: true, found: 'answers' }, migrations, writes: await checkWrites(database) };
  } catch {
    const check = { ok: false, found: 'query failed' };
    return { database: check, migrations: check, writes: check };
  }
}

/** A full disk shows only when something is written. */
async function checkWrites({ pool }: Database): Promise<Check> {
  const { obstacle } = await readWriteAccess(pool);
  if (obstacle !== null) return { ok: false, found: `the database is read-only: ${obstacle}` };
  const failure = lastingFailure(pool);
  if (failure?.code !== 'DATABASE_FULL') return { ok: true, found: 'taken' };
  return { ok: false, found: `the database has had no disk space left since ${failure.since.toISOString()}` };
}

function checkSnapshot({ current, checkedAt }: Snapshots): Check {
  if (current === null || checkedAt === null) return { ok: false, found: 'not built yet' };
  const age = Date.now() - checkedAt.getTime();
  const found = `revision ${current.revision}, checked ${Math.round(age / 1000)} s ago`;
  return { ok: age <= oldestSnapshotMs, found };
}

/** `/health`: the process lives and answers. Says nothing of its database: restarting Concord would not bring that back. */
export const answerHealth = (response: ServerResponse): void => answer(response, 200, { status: 'ok' });

/** `/ready`: whether requests should be sent here; 503 and the reasons when not. */
export const answerReady = (response: ServerResponse, readiness: Readiness): void =>
  answer(response, readiness.ready ? 200 : 503, readiness);

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

/** Whether the server accepts requests, and how many are in progress. */
export class Lifecycle {
  #stopping = false;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();
  readonly #stopped = Promise.withResolvers<void>();

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

  /** Accepts no more requests. Resolves when the last one in progress has finished. */
  stop(): Promise<void> {
    this.#stopping = true;
    this.#stopped.resolve();
    this.#settle();
    return this.#idle.promise;
  }

  #settle(): void {
    if (this.#stopping && this.#underWay === 0) this.#idle.resolve();
  }
}
