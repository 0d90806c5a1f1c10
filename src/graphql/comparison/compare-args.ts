import { partyOf } from '#ledger/compare/look-up.ts';
import { rememberedComparison } from '#ledger/compare/remembered.ts';
import { resolveScope } from '#ledger/compare/resolve-scope.ts';
import type { Party } from '#ledger/snapshot/snapshot.ts';
import { type PolicyInput, policyOf } from '../agreement/policy.ts';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import type { ScopeInput } from '../scope/scope-input.ts';

const MOST_PARTIES = 250;

interface CompareArguments {
  readonly scope?: typeof ScopeInput.$inferInput | null | undefined;
  readonly policy?: typeof PolicyInput.$inferInput | null | undefined;
}

/** The parties of keys; throws BAD_INPUT unless there are 1 to 250 different ones, UNKNOWN_PARTY for a key that names none. */
export function partiesOf(keys: readonly string[], { snapshot }: Context): Party[] {
  if (keys.length < 1 || keys.length > MOST_PARTIES) {
    throw apiError('BAD_INPUT', `parties: found ${keys.length}, expected 1 to ${MOST_PARTIES}.`);
  }
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) {
    const found = JSON.stringify(twice.slice(0, 80));
    throw apiError('BAD_INPUT', `parties: found ${found} twice, expected each party once.`);
  }
  return keys.map((key) => partyOf(snapshot, key));
}

/** Puts parties side by side as the arguments ask. */
export function compareAs(parties: readonly Party[], { scope, policy }: CompareArguments, context: Context) {
  return rememberedComparison(
    context.snapshot,
    parties,
    resolveScope(context.snapshot, scope ?? {}, context.today),
    policyOf(policy),
  );
}
