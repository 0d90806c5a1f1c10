import { LRUCache } from 'lru-cache';
import { countsAbsences, type Measure, measures } from '#agreement/measures/measure.ts';
import { type ValuesOfPairs, valuesOfPairs } from '#agreement/measures/values-of-pairs.ts';
import { percentileOf } from '#agreement/percentile.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { rememberedComparison } from './asked-comparison.ts';
import { byMeasure, type Comparison, isAbsenceRecorded } from './comparison.ts';
import { writtenScope } from './scope.ts';
import { allCountries, speakingParties } from './speaking-parties.ts';

const mostBytes = 16 * 1024 * 1024;

const bytesOf = (values: ValuesOfPairs, key: string) =>
  512 + key.length + measures.reduce((sum, measure) => sum + values[measure].byteLength, 0);

const kept = oncePer(
  (_snapshot: Snapshot) => new LRUCache<string, ValuesOfPairs>({ maxSize: mostBytes, sizeCalculation: bytesOf }),
);

/** The values of all pairs of countries in the scope and under the policy of a comparison, by each measure. */
function valuesOfCountries(comparison: Comparison): ValuesOfPairs {
  const { snapshot, scope } = comparison;
  const policy = { ...comparison.policy, measure: 'AGREEMENT' } as const;
  const remembered = kept(snapshot);
  const key = JSON.stringify([writtenScope(scope), policy]);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const everybody = rememberedComparison(snapshot, allCountries(snapshot), scope, policy);
  // Most countries say nothing on most claims: those have no pairs.
  const values = valuesIn(speakingParties(everybody));
  remembered.set(key, values);
  return values;
}

/** The values of all pairs of the parties of a comparison, whose measure counts no absences. */
const valuesIn = (comparison: Comparison): ValuesOfPairs =>
  valuesOfPairs(
    comparison.policied,
    (column) => isAbsenceRecorded(comparison, column),
    comparison.policy.minimumShared,
  );

/**
 * By measure, where a comparison of two parties stands among all pairs of countries in its scope, 0 to 100; null where the pair has no value. Null for
 * any other number of parties.
 */
export const percentilesIn = oncePer((comparison: Comparison): Readonly<Record<Measure, number | null>> | null => {
  if (comparison.parties.length !== 2) return null;
  const own = valuesIn(countsAbsences(comparison.policy.measure) ? byMeasure(comparison, 'AGREEMENT') : comparison);
  const everybody = valuesOfCountries(comparison);
  const percentiles = measures.map((measure) => [
    measure,
    percentileOf(own[measure][0] as number, everybody[measure]), // the only pair
  ]);
  return Object.fromEntries(percentiles) as Record<Measure, number | null>; // one for every measure
});
