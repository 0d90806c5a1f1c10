import type { ClientBase, Pool } from 'pg';
import { commitDurably, OutcomeUnknownError } from '#postgres/commit-now.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import { lookBefore, requireSameDatabase } from '#postgres/same-database.ts';
import { atOneMoment } from '#postgres/transaction.ts';
import { readDigest } from '../head.ts';
import type { Authorship } from '../revise/commit.ts';
import { commitIfFirst, untilFirst } from '../revise/commit-if-first.ts';
import { type LiveLedger, readLiveLedger } from '../revise/live-ledger.ts';
import { changesNothing, type Plan, planAgainst } from '../revise/plan.ts';
import type { Problem } from '../revise/proposal.ts';
import { type ChangeRequest, emptyChange } from './change.ts';
import { type ConflictingChange, changedSince } from './changed-since.ts';
import { failedWrite } from './failed-write.ts';
import { type Ask, type FirstAnswer, firstAnswer, type Idempotency, keepAnswer } from './idempotency.ts';
import { inTurn } from './in-turn.ts';
import { namedPropositions } from './names.ts';
import { readNamed } from './read-named.ts';
import { outcomeUnknown } from './write-failure.ts';
import { noteSuccess } from './write-health.ts';

export interface WriteOptions {
  readonly by: Authorship;
  /** Null: a write that is sent twice is done twice. */
  readonly idempotency: Idempotency | null;
  /** The revision that the writer had seen; null: whatever it was. */
  readonly baseRevision: number | null;
}

/** What became of a write. `WRITTEN` with `changed` false: the ledger said so already, at `revision`. The digest is empty in an empty ledger. */
export type WriteOutcome =
  | { readonly status: 'WRITTEN'; readonly revision: number; readonly digest: string; readonly changed: boolean }
  | { readonly status: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly status: 'CHANGED_SINCE'; readonly changes: readonly ConflictingChange[] }
  | { readonly status: 'IDEMPOTENCY_KEY_REUSED' };

/**
 * Makes a change in one revision, or none of it. A write with an idempotency key that was answered before is answered the same again. The
 * rules are those of files; unlike a file, a writer may change what others said.
 *
 * While others wait, only what the write names is read. That is enough to take it; what is wrong with one that cannot be taken is said of the whole
 * ledger, once the others had their turn.
 * @throws WriteFailure when the database keeps it from being done
 */
export async function write(pool: Pool, request: ChangeRequest, options: WriteOptions): Promise<WriteOutcome> {
  try {
    const outcome = await untilFirst(async () => {
      const made = await attempt(pool, request, options);
      return made?.status === 'REFUSED' ? refusal(pool, request, options) : made;
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
async function attempt(pool: Pool, request: ChangeRequest, options: WriteOptions): Promise<WriteOutcome | null> {
  const { idempotency } = options;
  const looked = lookBefore(pool); // while others have their turn
  const { client, outcome } = await inTurn(
    pool,
    // Both at once: most writes are sent for the first time.
    (client) =>
      Promise.all([idempotency && firstAnswer(asking(client), idempotency), readNamed(client, request.names)]),
    async (client, [before, live]) => {
      await looked;
      const outcome = before === null ? await make(client, live, request, options) : await repeat(client, before);
      return { client, outcome };
    },
  );
  if (outcome?.status === 'WRITTEN') await requireSameDatabase(pool, client);
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

/** Does the write in the open transaction of a client, against what stands. */
async function make(
  client: ClientBase,
  live: LiveLedger,
  request: ChangeRequest,
  options: WriteOptions,
): Promise<WriteOutcome | null> {
  const { by, idempotency } = options;
  const planned = await planOf(client, live, request, options);
  if ('status' in planned) return planned;
  const keep = async (number: number, changed: boolean) => {
    if (idempotency !== null) await keepAnswer(asking(client), idempotency, { number, changed });
  };
  if (changesNothing(planned)) {
    await keep(planned.base, false);
    return standing(client, planned.base, false);
  }
  const committed = await commitIfFirst(client, planned, by, (number) => keep(number, true));
  return committed && { status: 'WRITTEN', ...committed, changed: true };
}

/** A revision that stands already has to be as safe as one that is made. Ends the open transaction. */
async function standing(client: ClientBase, revision: number, changed: boolean): Promise<WriteOutcome> {
  const digest = await readDigest(client, revision);
  await commitDurably(client);
  return { status: 'WRITTEN', revision, digest, changed };
}

/** Why a write is not taken, with everything that somebody may have meant; null when it would be by now. */
async function refusal(pool: Pool, request: ChangeRequest, options: WriteOptions): Promise<WriteOutcome | null> {
  const client = await pool.connect();
  try {
    return await atOneMoment(client, async () => {
      const live = await readLiveLedger(client, namedPropositions(request.names), null);
      const planned = await planOf(client, live, request, options);
      return 'status' in planned ? planned : null;
    });
  } finally {
    client.release();
  }
}

/** What has to be done, against what stands; or why it is not done. */
export async function planOf(
  client: ClientBase,
  live: LiveLedger,
  { names, propose }: ChangeRequest,
  { baseRevision }: WriteOptions,
): Promise<Plan | WriteOutcome> {
  if (baseRevision !== null && (baseRevision < 0 || baseRevision > live.revision)) {
    const expected = `a revision from 0 to ${live.revision}`;
    return { status: 'REFUSED', problems: [{ at: 'input.baseRevision', found: String(baseRevision), expected }] };
  }
  const change = emptyChange();
  propose(change, live);
  const changes =
    baseRevision === null ? [] : await changedSince(client, change, namedPropositions(names), baseRevision);
  if (changes.length > 0) return { status: 'CHANGED_SINCE', changes };
  const planned = planAgainst(live, change.draft, { source: null, complete: false, retract: change.retract });
  const problems = [...change.problems, ...planned.problems];
  return problems.length > 0 ? { status: 'REFUSED', problems } : planned;
}
