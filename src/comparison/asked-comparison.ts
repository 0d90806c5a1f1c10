import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Party } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { type Comparison, rememberedComparison } from './comparison.ts';
import { partyOf } from './party-by-name.ts';
import { type Clock, resolveScope, type ScopeRequest } from './scope.ts';
import { allCountries } from './speaking-parties.ts';

/** A comparison as somebody asks for it: names instead of rows; omitted fields have defaults. */
export interface AskedComparison {
  /** Names of 1 to 250 parties; null: all countries. */
  readonly parties: readonly string[] | null;
  readonly scope?: ScopeRequest | null | undefined;
  readonly policy?: { readonly [Field in keyof Policy]?: Policy[Field] | null | undefined } | null | undefined;
}

/**
 * The comparison that is asked for. Parties are looked up at the scope's revision.
 * @throws Refusal BAD_INPUT for no or too many parties, one named twice, a minimum below 1, or as `resolveScope`; UNKNOWN_PARTY, UNKNOWN_ISSUE,
 * UNKNOWN_PROPOSITION with close matches
 */
export function askedComparison(
  snapshot: Snapshot,
  { parties, scope, policy }: AskedComparison,
  clock: Clock,
): Comparison {
  const resolved = resolveScope(snapshot, scope ?? {}, clock);
  const ledger = snapshotAt(snapshot, resolved.asKnownAt);
  const compared = parties === null ? allCountries(ledger) : partiesOf(parties, ledger);
  return rememberedComparison(snapshot, compared, resolved, policyOf(policy));
}

const MOST_PARTIES = 250;

/** The parties that keys, other codes or names mean to a ledger, each once. */
function partiesOf(texts: readonly string[], ledger: Snapshot): Party[] {
  if (texts.length < 1 || texts.length > MOST_PARTIES) {
    throw new Refusal('BAD_INPUT', `parties: found ${texts.length}, expected 1 to ${MOST_PARTIES}.`);
  }
  const writtenAs = new Map<Party, string>();
  for (const text of texts) {
    const party = partyOf(ledger, text);
    const before = writtenAs.get(party);
    if (before !== undefined) throw twice(before, text);
    writtenAs.set(party, text);
  }
  return [...writtenAs.keys()];
}

function twice(before: string, text: string) {
  const found = before === text ? `"${text}" twice` : `"${before}" and "${text}", which are one party`;
  return new Refusal('BAD_INPUT', `parties: found ${found}, expected each party once.`);
}

/** The requested policy with defaults. */
function policyOf(asked: AskedComparison['policy']): Policy {
  const minimumShared = asked?.minimumShared ?? defaultPolicy.minimumShared;
  if (minimumShared < 1) {
    throw new Refusal('BAD_INPUT', `minimumShared: found ${minimumShared}, expected at least 1.`);
  }
  return {
    measure: asked?.measure ?? defaultPolicy.measure,
    neutral: asked?.neutral ?? defaultPolicy.neutral,
    unanimousRollCalls: asked?.unanimousRollCalls ?? defaultPolicy.unanimousRollCalls,
    minimumShared,
  };
}
