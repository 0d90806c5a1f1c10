import { partyOf } from '#comparison/look-up.ts';
import { rememberedComparison } from '#comparison/remembered.ts';
import { resolveScope } from '#comparison/resolve-scope.ts';
import { allCountries } from '#comparison/speaking-parties.ts';
import type { Party } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { type PolicyInput, policyOf } from '../agreement/policy.ts';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import type { ScopeInput } from '../scope/scope-input.ts';

const MOST_PARTIES = 250;

interface CompareArguments {
  readonly scope?: typeof ScopeInput.$inferInput | null | undefined;
  readonly policy?: typeof PolicyInput.$inferInput | null | undefined;
}

/** The parties of keys as a ledger has them; throws BAD_INPUT unless there are 1 to 250 different ones, UNKNOWN_PARTY for a key that names none. */
function partiesOf(keys: readonly string[], ledger: Snapshot): Party[] {
  if (keys.length < 1 || keys.length > MOST_PARTIES) {
    throw apiError('BAD_INPUT', `parties: found ${keys.length}, expected 1 to ${MOST_PARTIES}.`);
  }
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw apiError('BAD_INPUT', `parties: found "${twice}" twice, expected each party once.`);
  return keys.map((key) => partyOf(ledger, key));
}

/** Compares the parties in the arguments; without keys, all countries. Keys are looked up at the scope's revision. */
export function compareAs(keys: readonly string[] | null, { scope, policy }: CompareArguments, context: Context) {
  const resolved = resolveScope(context.snapshot, scope ?? {}, context);
  const ledger = snapshotAt(context.snapshot, resolved.asKnownAt);
  const parties = keys === null ? allCountries(ledger) : partiesOf(keys, ledger);
  return rememberedComparison(context.snapshot, parties, resolved, policyOf(policy));
}
