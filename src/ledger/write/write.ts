import type { ClientBase, Pool } from 'pg';
import { OutcomeUnknownError, untilDurable } from '#postgres/commit-now.ts';
import { requireSameDatabase } from '#postgres/same-database.ts';
import { readDigest } from '../head.ts';
import type { Authorship } from '../revise/commit.ts';
import { commitIfFirst, untilFirst } from '../revise/commit-if-first.ts';
import { type Difference, differenceOf } from '../revise/difference.ts';
import { readLiveLedger } from '../revise/live-ledger.ts';
import { atOneMoment } from '../revise/plan.ts';
import type { Problem } from '../revise/proposal.ts';
import { checkProposal } from '../rules/check-proposal.ts';
import { type ChangeRequest, emptyChange } from './change.ts';
import { type ConflictingChange, changedSince } from './changed-since.ts';
import { failedWrite } from './failed-write.ts';
import { firstAnswer, type Idempotency, keepAnswer } from './idempotency.ts';
import { inTurn } from './in-turn.ts';
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
 * @throws WriteFailure when the database keeps it from being done
 */
export async function write(pool: Pool, request: ChangeRequest, options: WriteOptions): Promise<WriteOutcome> {
  try {
    const outcome = await inTurn(pool, async (client) => {
      const result = await untilFirst(() => attempt(client, request, options));
      if (result.status === 'WRITTEN') await requireSameDatabase(pool, client);
      return result;
    });
    noteSuccess(pool);
    return outcome;
  } catch (error) {
    if (error instanceof OutcomeUnknownError) throw outcomeUnknown(options.idempotency !== null, error);
    throw failedWrite(pool, error);
  }
}

async function attempt(
  client: ClientBase,
  request: ChangeRequest,
  options: WriteOptions,
): Promise<WriteOutcome | null> {
  const planned = await atOneMoment(client, () => planOf(client, request, options));
  if ('status' in planned) {
    // Answered before: then it has to be as safe as it was to be then.
    if (planned.status === 'WRITTEN') await untilDurable(client);
    return planned;
  }
  const { by, idempotency } = options;
  const keep = async (revision: number, changed: boolean) => {
    if (idempotency !== null) await keepAnswer(client, idempotency, { revision, changed });
  };
  if (Object.keys(planned.difference).length === 0) {
    await keep(planned.base, false);
    await untilDurable(client);
    return { status: 'WRITTEN', revision: planned.base, digest: planned.digest, changed: false };
  }
  const committed = await commitIfFirst(client, planned, by, (number) => keep(number, true));
  return committed === null ? null : { status: 'WRITTEN', ...committed, changed: true };
}

/** What has to be done, against what stands at one moment; or an answer that needs nothing done. */
async function planOf(
  client: ClientBase,
  request: ChangeRequest,
  { idempotency, baseRevision }: WriteOptions,
): Promise<WriteOutcome | { readonly base: number; readonly digest: string; readonly difference: Difference }> {
  const before = idempotency && (await firstAnswer(client, idempotency));
  if (before?.same === false) return { status: 'IDEMPOTENCY_KEY_REUSED' };
  if (before) {
    const digest = await readDigest(client, before.revision);
    return { status: 'WRITTEN', revision: before.revision, digest, changed: before.changed };
  }

  const propositions = [...request.propositions];
  const live = await readLiveLedger(client, propositions, null);
  if (baseRevision !== null && (baseRevision < 0 || baseRevision > live.revision)) {
    const expected = `a revision from 0 to ${live.revision}`;
    return { status: 'REFUSED', problems: [{ at: 'input.baseRevision', found: String(baseRevision), expected }] };
  }
  const change = emptyChange();
  request.propose(change, live);
  const changes = baseRevision === null ? [] : await changedSince(client, change, propositions, baseRevision);
  if (changes.length > 0) return { status: 'CHANGED_SINCE', changes };

  const { draft, retract } = change;
  const { difference } = differenceOf(draft, live, { source: null, complete: false, retract });
  const problems = [...change.problems, ...checkProposal(draft, live, difference, false)];
  if (problems.length > 0) return { status: 'REFUSED', problems };
  return { base: live.revision, digest: await readDigest(client, live.revision), difference };
}
