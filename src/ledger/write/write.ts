import type { ClientBase, Pool, PoolClient } from 'pg';
import { noteHeld } from '#postgres/accountable-pool.ts';
import { OutcomeUnknownError } from '#postgres/database-error.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import { locks } from '#postgres/lock-numbers.ts';
import { pipelined } from '#postgres/set-up-connection.ts';
import {
  atOneMoment,
  beginTransaction,
  commitDurably,
  connectToWrite,
  lookBefore,
  lookWhileCommitting,
  onPrimary,
  requireSameDatabase,
  waitsUntil,
} from '#postgres/transaction.ts';
import { readDigest } from '../head.ts';
import { type ConflictingChange, changedSince } from './changed-since.ts';
import { type Authorship, type Committed, commitIfFirst, untilFirst } from './commit.ts';
import { type Compared, changesNothing, compareWith } from './difference.ts';
import { type Ask, type FirstAnswer, firstAnswer, type Idempotency, keepAnswer } from './idempotency.ts';
import { type LiveLedger, nothingProposed, type Problem, type Proposed, readLiveLedger } from './proposal.ts';
import { type Names, namedPropositions, readNamed } from './read-named.ts';
import { busy, failedWrite, noteSuccess, outcomeUnknown } from './write-failure.ts';

/** What a caller of the API wants to change. */
export interface Change {
  /** What has to be known of the ledger to propose it and to judge it. */
  readonly names: Names;
  /** Proposes it, given what stands. */
  propose(proposed: Proposed, live: LiveLedger): void;
}

export interface WriteOptions {
  readonly by: Authorship;
  /** Null: a write that is sent twice is done twice. */
  readonly idempotency: Idempotency | null;
  /** The revision that the writer had seen; null: whatever it was. */
  readonly baseRevision: number | null;
}

/**
 * What became of a write. `WRITTEN` with `changed` false: the ledger said so already, at `revision`. The digest is empty in an empty ledger. `confirmed`:
 * whether all standbys that commits wait for have it.
 */
export type WriteOutcome =
  | ({ readonly status: 'WRITTEN'; readonly changed: boolean } & Committed)
  | { readonly status: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly status: 'CHANGED_SINCE'; readonly changes: readonly ConflictingChange[] }
  | { readonly status: 'IDEMPOTENCY_KEY_REUSED' };

/**
 * Makes a change in one revision, or none of it. A write with an idempotency key that was answered before is answered the same again. The
 * rules are those of files; unlike a file, a writer may change what others said.
 *
 * While others wait, only what the change names is read. That is enough to take it; what is wrong with one that cannot be taken is said of the whole
 * ledger, once the others had their turn.
 * @throws WriteFailure when the database keeps it from being done
 */
export async function write(pool: Pool, change: Change, options: WriteOptions): Promise<WriteOutcome> {
  try {
    const until = waitsUntil();
    const outcome = await untilFirst(async () => {
      const made = await onPrimary(pool, () => attempt(pool, change, options), until);
      return made?.status === 'REFUSED' ? refusal(pool, change, options) : made;
    });
    HeldConnections.current()?.enter('WRITTEN');
    noteSuccess(pool);
    return outcome;
  } catch (error) {
    if (error instanceof OutcomeUnknownError) throw outcomeUnknown(options.idempotency !== null, error);
    throw failedWrite(pool, error);
  }
}

/** Null: an import came first. */
async function attempt(pool: Pool, change: Change, options: WriteOptions): Promise<WriteOutcome | null> {
  const { idempotency } = options;
  const looked = lookBefore(pool); // while others have their turn
  let sentAt: number | undefined;
  const onSent = (confirmed: boolean) => {
    if (!confirmed) sentAt = lookWhileCommitting(pool);
  };
  const { client, outcome } = await inTurn(
    pool,
    // Both at once: most writes are sent for the first time.
    (client) => Promise.all([idempotency && firstAnswer(asking(client), idempotency), readNamed(client, change.names)]),
    async (client, [before, live]) => {
      await looked;
      const outcome =
        before === null ? await make(client, live, change, options, onSent) : await repeat(client, before);
      return { client, outcome };
    },
  );
  if (outcome?.status === 'WRITTEN') {
    noteHeld(client, outcome.digest);
    await requireSameDatabase(pool, client, outcome.confirmed, sentAt);
  }
  return outcome;
}

const asking =
  (client: ClientBase): Ask =>
  async <Row extends object>(statement: { readonly name: string; readonly text: string }, values: readonly unknown[]) =>
    (await client.query<Row>({ ...statement, values: [...values] })).rows;

/** Answers what was answered before. */
async function repeat(client: ClientBase, { number, changed, same }: FirstAnswer): Promise<WriteOutcome> {
  return same ? standing(client, number, changed) : { status: 'IDEMPOTENCY_KEY_REUSED' };
}

/** Makes the change in the open transaction of a client, against what stands. */
async function make(
  client: ClientBase,
  live: LiveLedger,
  change: Change,
  options: WriteOptions,
  onSent: (confirmed: boolean) => void,
): Promise<WriteOutcome | null> {
  const { by, idempotency } = options;
  const compared = await compareChange(client, live, change, options);
  if ('status' in compared) return compared;
  const keep = async (number: number, changed: boolean) => {
    if (idempotency !== null) await keepAnswer(asking(client), idempotency, { number, changed });
  };
  if (changesNothing(compared)) {
    await keep(compared.base, false);
    return standing(client, compared.base, false);
  }
  const committed = await commitIfFirst(client, compared, by, (number) => keep(number, true), onSent);
  return committed && { status: 'WRITTEN', ...committed, changed: true };
}

/** A revision that stands already has to be as safe as one that is made. Ends the open transaction. */
async function standing(client: ClientBase, revision: number, changed: boolean): Promise<WriteOutcome> {
  const digest = await readDigest(client, revision);
  await commitDurably(client);
  return { status: 'WRITTEN', revision, digest, changed, confirmed: false };
}

/** Why a change is not made, with everything that somebody may have meant; null when it would be by now. */
async function refusal(pool: Pool, change: Change, options: WriteOptions): Promise<WriteOutcome | null> {
  const client = await pool.connect();
  try {
    return await atOneMoment(client, async () => {
      const live = await readLiveLedger(client, namedPropositions(change.names), null);
      const compared = await compareChange(client, live, change, options);
      return 'status' in compared ? compared : null;
    });
  } finally {
    client.release();
  }
}

/** Compares what a change proposes with what stands; or says why it is not made. */
export async function compareChange(
  client: ClientBase,
  live: LiveLedger,
  { names, propose }: Change,
  { baseRevision }: WriteOptions,
): Promise<Compared | WriteOutcome> {
  if (baseRevision !== null && (baseRevision < 0 || baseRevision > live.revision)) {
    const expected = `a revision from 0 to ${live.revision}`;
    return { status: 'REFUSED', problems: [{ at: 'input.baseRevision', found: String(baseRevision), expected }] };
  }
  const proposed = nothingProposed();
  propose(proposed, live);
  const changes =
    baseRevision === null ? [] : await changedSince(client, proposed, namedPropositions(names), baseRevision);
  if (changes.length > 0) return { status: 'CHANGED_SINCE', changes };
  const { proposal, retract } = proposed;
  const compared = compareWith(live, proposal, { source: null, complete: false, retract });
  const problems = [...proposed.problems, ...compared.problems];
  return problems.length > 0 ? { status: 'REFUSED', problems } : compared;
}

const lockNotAvailable = '55P03';

const lastOf = new WeakMap<Pool, Promise<unknown>>();

/**
 * Runs `read` and `work` in one transaction when no other writer is at work, on this server or another. The next one is let in as it ends, and what
 * `work` does not commit is undone. What `read` asks is sent at once and answered when it is the writer's turn; each statement sees what was committed
 * before it. Waiting for one's own server takes no connection. Work that waits for a lock of others gets an error of PostgreSQL (55P03) after the same
 * time.
 * @throws WriteFailure `BUSY`
 */
async function inTurn<Found, Result>(
  pool: Pool,
  read: (client: PoolClient) => Promise<Found>,
  work: (client: PoolClient, found: Found) => Promise<Result>,
): Promise<Result> {
  HeldConnections.current()?.enter('WAITING');
  const until = waitsUntil();
  const before = lastOf.get(pool) ?? Promise.resolve();
  const { promise: mine, resolve: end } = Promise.withResolvers<void>();
  lastOf.set(
    pool,
    before.then(() => mine),
  );
  try {
    if (!(await endsBy(before, until))) throw busy();
    return await withLock(pool, until, read, work);
  } finally {
    end();
  }
}

async function endsBy(others: Promise<unknown>, until: number): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, until - performance.now(), false);
  try {
    return await Promise.race([others.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function withLock<Found, Result>(
  pool: Pool,
  until: number,
  read: (client: PoolClient) => Promise<Found>,
  work: (client: PoolClient, found: Found) => Promise<Result>,
): Promise<Result> {
  const client = await connectToWrite(pool);
  let done = false;
  try {
    const patience = Math.max(1, Math.round(until - performance.now()));
    // All in one message. The lock is freed by the end of the transaction, or of the connection. Statements are planned once for each connection:
    // to plan one that reads every table takes ten times as long as to run it.
    const first = [
      `SET LOCAL lock_timeout = ${patience}`,
      'SET LOCAL plan_cache_mode = force_generic_plan',
      // Writers of every server take it one after another, so that none is outrun again and again. Imports do not: they compare for long.
      `SELECT pg_advisory_xact_lock(${locks.ledgerWriters})`,
    ];
    pipelined(client, true);
    const begun = beginTransaction(client, 'WRITE', first).catch((error) => {
      throw error.code === lockNotAvailable ? busy(error) : error;
    });
    const [, found] = await Promise.all([begun, read(client)]);
    HeldConnections.current()?.enter('WRITING');
    const result = await work(client, found);
    done = client.getTransactionStatus() === 'I';
    return result;
  } finally {
    // Answered after everything that was asked before it.
    const ended = done || (await undo(client));
    pipelined(client, false);
    client.release(!ended); // a connection that may hold the lock still is closed, which frees it
  }
}

const undo = (client: PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
