import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { type AgreementMatrix, agreementMatrix } from '../../../src/comparison/agreement-matrix.ts';
import { compare } from '../../../src/comparison/comparison.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { allCountries, speakingParties } from '../../../src/comparison/speaking-parties.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';

/** The day as of which the matrices of the benchmarks are: after the last roll call. */
export const asOf = '2020-02-01';

/** What the API computes for `agreementMatrix(scope: { kinds: [ROLL_CALL] })`: from the snapshot to the values, nothing remembered. */
export function wholeMatrix(snapshot: Snapshot): AgreementMatrix {
  const scope = resolveScope(snapshot, { kinds: ['ROLL_CALL'], asOf: dayOf(asOf) }, { today: dayOf(asOf) });
  const comparison = compare(snapshot, allCountries(snapshot), scope, defaultPolicy);
  return agreementMatrix(speakingParties(comparison));
}
