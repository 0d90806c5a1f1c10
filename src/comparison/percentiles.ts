import { LRUCache } from 'lru-cache';
import { countsAbsences, type Measure, measures } from '#agreement/measures/measure.ts';
import { measuresAtOnce } from '#agreement/measures/measures-at-once.ts';
import { visitPairs } from '#agreement/pair-tables.ts';
import { percentileOf } from '#agreement/percentile.ts';
import type { StanceMatrix } from '#agreement/stance-matrix.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { byMeasure, type Comparison, rememberedComparison } from './comparison.ts';
import { writtenScope } from './scope.ts';
import { allCountries, speakingParties } from './speaking-parties.ts';

/** By measure, the values of all pairs of countries in a scope; NaN for pairs without one. */
type ValuesOfPairs = Readonly<Record<Measure, Float64Array>>;

const mostKept = 8; // of some 1.5 MB each

const kept = oncePer((_snapshot: Snapshot) => new LRUCache<string, ValuesOfPairs>({ max: mostKept }));

/** The values of all pairs of countries in the scope and under the policy of a comparison, by each measure. */
function valuesOfPairs(comparison: Comparison): ValuesOfPairs {
  const { snapshot, scope } = comparison;
  const policy = { ...comparison.policy, measure: 'AGREEMENT' } as const;
  const remembered = kept(snapshot);
  const key = JSON.stringify([writtenScope(scope), policy]);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const everybody = rememberedComparison(snapshot, allCountries(snapshot), scope, policy);
  // Most countries say nothing on most claims: those have no pairs.
  const { policied: usualMatrix } = speakingParties(everybody);
  const { policied: countingMatrix } = speakingParties(byMeasure(everybody, 'COINCIDENCE_2022'));
  const usual = tabulateAll(usualMatrix, policy.minimumShared, false);
  const counting = tabulateAll(countingMatrix, policy.minimumShared, true);
  const values = Object.fromEntries(
    measures.map((measure, index) => [measure, (countsAbsences(measure) ? counting : usual)[index]]),
  ) as Record<Measure, Float64Array>; // one for every measure
  remembered.set(key, values);
  return values;
}

/** In the order of `measures`, the values of all pairs of rows; NaN for those that share too few propositions. */
function tabulateAll(matrix: StanceMatrix, minimumShared: number, withAbsences: boolean): Float64Array[] {
  const all = measures.map(() => new Float64Array((matrix.rows * (matrix.rows - 1)) / 2).fill(Number.NaN));
  const values = new Float64Array(measures.length);
  let pair = 0;
  visitPairs(
    matrix,
    (a, b, table) => {
      if (a === b) return;
      if (table.total >= minimumShared) {
        measuresAtOnce(table, values);
        for (const [index, ofMeasure] of all.entries()) ofMeasure[pair] = values[index] as number;
      }
      pair++;
    },
    withAbsences,
  );
  return all;
}

/**
 * By measure, where a comparison of two parties stands among all pairs of countries in its scope, 0 to 100; null where the pair has no value. Null for
 * any other number of parties.
 */
export const percentilesIn = oncePer((comparison: Comparison): Readonly<Record<Measure, number | null>> | null => {
  if (comparison.parties.length !== 2) return null;
  const { minimumShared } = comparison.policy;
  const [usual, counting] = (['AGREEMENT', 'COINCIDENCE_2022'] as const).map((measure) =>
    tabulateAll(byMeasure(comparison, measure).policied, minimumShared, countsAbsences(measure)),
  );
  const everybody = valuesOfPairs(comparison);
  const percentiles = measures.map((measure, index) => {
    const own = (countsAbsences(measure) ? counting : usual)?.[index]?.[0] ?? Number.NaN; // the only pair
    return [measure, percentileOf(own, everybody[measure])];
  });
  return Object.fromEntries(percentiles) as Record<Measure, number | null>; // one for every measure
});
