import { dateOf } from '#agreement/day.ts';
import type { Caller, KeyScope } from '#ledger/keys/authenticate.ts';
import { noteUse } from '#ledger/keys/authenticate.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { failedWrite } from '#ledger/write/write-failure.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import type { Database } from '#postgres/open-database.ts';
import { lookBefore } from '#postgres/same-database.ts';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';

/**
 * The caller, if it may do what needs a scope. Throws READ_ONLY where nothing can be written, UNAUTHENTICATED without a key, FORBIDDEN when the key is too
 * narrow, WriteFailure when nothing can be written at the moment.
 */
export async function authorise({ caller: anybody, database: { primary } }: Context, scope: KeyScope) {
  await refuseOnStandby(primary);
  const caller = requireScope(anybody, scope);
  HeldConnections.current()?.enter('WAITING');
  const isValid = await noteUse(primary.pool, caller).catch((error) => {
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
