import { noteUse, type Scope } from '#ledger/keys/authenticate.ts';
import { failedWrite } from '#ledger/write/write-failure.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';

/** The caller, if it may do what needs a scope. Throws UNAUTHENTICATED without a key, FORBIDDEN when the key is too narrow, WriteFailure when nothing can be written. */
export async function authorise({ caller, database }: Context, scope: Scope) {
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
  HeldConnections.current()?.enter('WAITING');
  await noteUse(database.pool, caller).catch((error) => {
    throw failedWrite(database.pool, error);
  });
  return caller;
}
