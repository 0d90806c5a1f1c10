import { dateOf } from '#agreement/day.ts';
import { type Caller, type KeyScope, noteUse } from '#ledger/keys/authenticate.ts';
import { fingerprintOf } from '#ledger/write/idempotency.ts';
import { type Done, once } from '#ledger/write/once.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { type Change, type WriteOutcome, write } from '#ledger/write/write.ts';
import { failedWrite } from '#ledger/write/write-failure.ts';
import { databaseTrouble } from '#postgres/database-trouble.ts';
import type { Prisma } from '#postgres/generated/client.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import type { Database } from '#postgres/open-database.ts';
import { lookBefore, onPrimary } from '#postgres/transaction.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import { type Context, createLoaders } from '../context.ts';
import { revisionOf } from '../revision/revision.ts';
import { ConflictError, InvalidInputError, type ManagedView, type RevisedView, type WriteError } from './results.ts';

/**
 * The caller, if it may do what needs a scope. Throws READ_ONLY where nothing can be written, UNAUTHENTICATED without a key, FORBIDDEN when the key is too
 * narrow, WriteFailure when nothing can be written at the moment.
 */
export async function authorise({ caller: anybody, database: { primary } }: Context, scope: KeyScope) {
  await refuseOnStandby(primary);
  const caller = requireScope(anybody, scope);
  HeldConnections.current()?.enter('WAITING');
  const isValid = await onPrimary(primary.pool, () => noteUse(primary.pool, caller)).catch((error) => {
    throw failedWrite(primary.pool, error);
  });
  if (isValid) return caller;
  throw apiError('UNAUTHENTICATED', `The key ${caller.name} was revoked or has expired.`, {
    reason: 'REVOKED_KEY',
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  });
}

/** A server whose only database is a standby takes no writes until that is promoted. */
async function refuseOnStandby(primary: Database): Promise<void> {
  if (!primary.isStandby()) return;
  await lookBefore(primary.pool).catch(() => {}); // without an answer it is taken for what it was
  if (!primary.isStandby()) return;
  const { writeUrl } = primary;
  const where = writeUrl ?? 'a server whose DATABASE_URL is the primary database';
  const message = `This server reads from a standby and takes no writes; nothing was changed. Send writes to ${where}.`;
  throw apiError('READ_ONLY', message, { writeUrl, http: { status: 421 } });
}

/** The caller, if its key has a scope. Throws UNAUTHENTICATED without a key, FORBIDDEN when the key is too narrow. */
export function requireScope(caller: Caller | null, scope: KeyScope): Caller {
  if (caller === null) {
    const message = `An API key with the scope ${scope} is required; send it as "Authorization: Bearer concord_…".`;
    throw apiError('UNAUTHENTICATED', message, {
      reason: 'NO_KEY',
      http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
    });
  }
  if (!caller.scopes.includes(scope)) {
    const found = caller.scopes.length > 0 ? caller.scopes.join(', ') : 'none';
    const message = `The scope ${scope} is required; the key ${caller.name} has ${found}.`;
    throw apiError('FORBIDDEN', message, { scope, http: { status: 403 } });
  }
  return caller;
}

/** Plain input with the space around its texts taken away; `problems` names those that the ledger cannot keep. */
export function plainText<Input>(input: Input): { readonly input: Input; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tidied = (value: unknown, at: string): unknown => {
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) {
        problems.push({
          at,
          found: JSON.stringify(value).slice(0, 60),
          expected: 'text without NUL and lone surrogates',
        });
      }
      return value.trim();
    }
    if (Array.isArray(value)) return value.map((item, index) => tidied(item, `${at}[${index}]`));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, tidied(item, `${at}.${field}`)]));
  };
  return { input: tidied(input, 'input') as Input, problems }; // of the same shape
}

/** What is wrong with the length of a list of the input, which may be 1 to `most`. */
export const atMost = (most: number, field: string, list: readonly unknown[]): Problem[] =>
  list.length >= 1 && list.length <= most
    ? []
    : [{ at: `input.${field}`, found: `${list.length} ${field}`, expected: `1 to ${most}` }];

/** A day of the input as rows have it; undefined leaves it as it is, null makes it unknown. */
export const dateChange = (day: number | null | undefined): string | null | undefined =>
  typeof day === 'number' ? dateOf(day) : day;

/** Input fields common to all mutations. */
export interface Envelope {
  readonly idempotencyKey?: string | null | undefined;
}

/** Input fields common to the mutations of the ledger. */
export interface WriteEnvelope extends Envelope {
  readonly message: string;
  readonly baseRevision?: number | null | undefined;
}

/** Makes the requested change and moves the context to its revision; otherwise returns the error. */
export async function runWrite<Input extends WriteEnvelope>(
  mutation: string,
  given: Input,
  { limits, change }: { limits(input: Input): readonly Problem[]; change(input: Input): Change },
  caller: Caller,
  context: Context,
): Promise<WriteError | { readonly revised: RevisedView; readonly input: Input; readonly done: DoneIn }> {
  const { input, problems } = plainText(given);
  const { message, baseRevision } = input;
  const wrong = [...problems, ...lengthProblems('message', message, 500), ...keyProblems(input), ...limits(input)];
  if (wrong.length > 0) return new InvalidInputError(wrong);
  const outcome = await write(context.database.primary.pool, change(input), {
    by: { author: caller.name, source: caller.name, message },
    idempotency: idempotencyOf(mutation, input, caller),
    baseRevision: baseRevision ?? null,
  });
  if (outcome.status !== 'WRITTEN') return errorOf(outcome, input);
  await showRevision(context, outcome);
  const revision = await resultOf(outcome, () => revisionOf(outcome.revision, context));
  return { revised: { revision, changed: outcome.changed }, input, done: outcome };
}

/** The revision in which a write was done. */
export interface DoneIn {
  readonly revision: number;
  readonly digest: string;
}

/** Reads the result of a write that was done. Throws REVISION_NOT_REACHED with its revision when the database fails then: who wrote must not take it for undone. */
export async function resultOf<Result>(
  { revision, digest }: DoneIn,
  read: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (databaseTrouble(error) === null) throw error;
    const message = `The write was done in revision ${revision}, but its result cannot be read at the moment; query it later.`;
    throw apiError('REVISION_NOT_REACHED', message, { revision, digest, http: { status: 503 } });
  }
}

/** Makes a change that makes no revision, given the transaction to make it in. */
export type Managing<Input> = (
  input: Input,
  by: { readonly tx: Prisma.TransactionClient; readonly caller: Caller; readonly context: Context },
) => Promise<Done>;

/** Makes a change that makes no revision, once; otherwise returns the error. */
export async function runManagement<Input extends Envelope, Payload extends object>(
  mutation: string,
  given: Input,
  options: {
    problems(input: Input, context: Context): Promise<readonly Problem[]>;
    readonly work: Managing<Input>;
    show(input: Input, number: number, context: Context): Promise<Payload>;
  },
  caller: Caller,
  context: Context,
): Promise<WriteError | (Payload & ManagedView)> {
  const { input, problems } = plainText(given);
  const wrong = [...problems, ...keyProblems(input)];
  if (wrong.length > 0) return new InvalidInputError(wrong);
  // What makes no revision cannot be waited for on a standby: the rest of this request is read where it is written.
  Object.assign(context, { database: context.database.primary });
  try {
    const outcome = await once(context.database.primary, idempotencyOf(mutation, input, caller), async (tx) => {
      const found = await options.problems(input, context);
      if (found.length > 0) throw new Refused(new InvalidInputError(found));
      return options.work(input, { tx, caller, context });
    });
    if (outcome.status === 'REUSED') return keyReused();
    return { ...(await options.show(input, outcome.number, context)), changed: outcome.changed };
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

/** Leaves the transaction, with the answer. */
export class Refused extends Error {
  readonly reason: WriteError;

  constructor(reason: WriteError) {
    super(reason.message);
    this.reason = reason;
  }
}

// A follower that was cut off is back within a second; longer, and the database is in trouble.
const patienceMs = 10_000;

/**
 * Lets the rest of this mutation's answer be read at a revision, whatever was committed since: at the one with this digest, where the ledger
 * may have lost it meanwhile. Throws REVISION_NOT_REACHED with that revision
 * when this server does not get to see it.
 */
export async function showRevision(context: Context, { revision, digest }: DoneIn): Promise<void> {
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

const idempotencyOf = (mutation: string, input: Envelope, { keyId }: Caller) =>
  input.idempotencyKey == null
    ? null
    : { apiKeyId: keyId, key: input.idempotencyKey, fingerprint: fingerprintOf([mutation, input]) };

const keyProblems = ({ idempotencyKey: key }: Envelope) =>
  key == null ? [] : lengthProblems('idempotencyKey', key, 200);

function lengthProblems(field: string, text: string, most: number): Problem[] {
  const { length } = [...text];
  if (length >= 1 && length <= most) return [];
  return [{ at: `input.${field}`, found: `${length} characters`, expected: `1 to ${most} characters` }];
}

function errorOf(outcome: Exclude<WriteOutcome, { status: 'WRITTEN' }>, { baseRevision }: WriteEnvelope): WriteError {
  if (outcome.status === 'REFUSED') return new InvalidInputError(outcome.problems);
  if (outcome.status === 'IDEMPOTENCY_KEY_REUSED') return keyReused();
  const message = `Records that this write touches changed after revision ${baseRevision}; nothing was written. Read them again and retry.`;
  return new ConflictError('CHANGED_SINCE', message, outcome.changes);
}

const keyReused = () =>
  new ConflictError(
    'IDEMPOTENCY_KEY_REUSED',
    'input.idempotencyKey was already used for another write; nothing was changed. Use a new key for each write.',
  );
