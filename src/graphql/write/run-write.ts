import type { Caller } from '#ledger/keys/authenticate.ts';
import { fingerprintOf } from '#ledger/write/idempotency.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { type Change, type WriteOutcome, write } from '#ledger/write/write.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import { type Context, createLoaders } from '../context.ts';
import { revisionOf } from '../revision/revision.ts';
import { plainText } from './checks.ts';
import { ConflictError, InvalidInputError, type RevisedView, type WriteError } from './results.ts';

/** Input fields common to all mutations. */
export interface Envelope {
  readonly message: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly baseRevision?: number | null | undefined;
}

/** Makes the requested change and moves the context to its revision; otherwise returns the error. */
export async function runWrite<Input extends Envelope>(
  mutation: string,
  given: Input,
  { limits, change }: { limits(input: Input): readonly Problem[]; change(input: Input): Change },
  caller: Caller,
  context: Context,
): Promise<WriteError | { readonly revised: RevisedView; readonly input: Input }> {
  const { input, problems } = plainText(given);
  const wrong = [...problems, ...envelopeProblems(input), ...limits(input)];
  if (wrong.length > 0) return new InvalidInputError(wrong);
  const { idempotencyKey: key, baseRevision, message } = input;
  const outcome = await write(context.database.pool, change(input), {
    by: { author: caller.name, source: caller.name, message },
    idempotency: key == null ? null : { apiKeyId: caller.keyId, key, fingerprint: fingerprintOf([mutation, input]) },
    baseRevision: baseRevision ?? null,
  });
  if (outcome.status !== 'WRITTEN') return errorOf(outcome, input);
  await showRevision(context, outcome);
  return { revised: { revision: await revisionOf(outcome.revision, context), changed: outcome.changed }, input };
}

function envelopeProblems({ message, idempotencyKey }: Envelope): Problem[] {
  const problems: Problem[] = [];
  const check = (field: string, text: string, most: number) => {
    const length = [...text].length;
    if (length < 1 || length > most) {
      problems.push({ at: `input.${field}`, found: `${length} characters`, expected: `1 to ${most} characters` });
    }
  };
  check('message', message, 500);
  if (idempotencyKey != null) check('idempotencyKey', idempotencyKey, 200);
  return problems;
}

function errorOf(outcome: Exclude<WriteOutcome, { status: 'WRITTEN' }>, { baseRevision }: Envelope): WriteError {
  if (outcome.status === 'REFUSED') return new InvalidInputError(outcome.problems);
  if (outcome.status === 'CHANGED_SINCE') {
    const message = `Records that this write touches changed after revision ${baseRevision}; nothing was written. Read them again and retry.`;
    return new ConflictError('CHANGED_SINCE', message, outcome.changes);
  }
  const message =
    'input.idempotencyKey was already used for another write; nothing was changed. Use a new key for each write.';
  return new ConflictError('IDEMPOTENCY_KEY_REUSED', message);
}

// A follower that was cut off is back within a second; longer, and the database is in trouble.
const patienceMs = 10_000;

/**
 * Lets the rest of this mutation's answer be read at a revision, whatever was committed since: at the one with this digest, where the ledger
 * may have lost it meanwhile. Throws REVISION_NOT_REACHED with that revision
 * when this server does not get to see it.
 */
export async function showRevision(
  context: Context,
  { revision, digest }: { readonly revision: number; readonly digest: string },
): Promise<void> {
  const snapshot = await context.snapshots.atLeast(revision, patienceMs, digest);
  if (snapshot === null) {
    const message = `The write was done in revision ${revision}, but this server has not loaded it yet; query it later.`;
    throw apiError('REVISION_NOT_REACHED', message, { revision, digest, http: { status: 503 } });
  }
  // Mutations run one after the other, each to the end of its answer, so that the next one may move the context on again.
  Object.assign(context, {
    snapshot: snapshot.revision === revision ? snapshot : { ...snapshotAt(snapshot, revision), revision, digest },
    loaders: createLoaders(context.database, revision),
  });
}
