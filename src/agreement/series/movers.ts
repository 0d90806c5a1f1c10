import type { Pair } from '../agreement.ts';
import { evidenceOf } from '../evidence.ts';
import type { Measure } from '../measures/measure.ts';
import type { StanceMatrix } from '../stance-matrix.ts';

/** What each proposition of a matrix adds to the value over it, and which part of what was counted it is. By column; either sums to the whole. */
export interface Parts {
  readonly contributions: Float64Array;
  readonly shares: Float64Array;
}

/** The parts of a value that is not null. `pairs` are those of the rows; the shares are means over the pairs, of ALPHA over all comparisons. */
export function partsOf(
  policied: StanceMatrix,
  measure: Measure,
  minimumShared: number,
  pairs: readonly Pair[],
): Parts {
  const counted: { readonly pair: number; readonly column: number }[] = [];
  const contributions = new Float64Array(policied.columns);
  const ofPair = new Map<number, number>();
  for (const { a, b, column, contribution } of evidenceOf(policied, () => null, measure, minimumShared, pairs, false)) {
    if (contribution === null) continue;
    contributions[column] = (contributions[column] as number) + contribution;
    const pair = measure === 'ALPHA' ? 0 : a * policied.rows + b;
    ofPair.set(pair, (ofPair.get(pair) ?? 0) + 1);
    counted.push({ pair, column });
  }
  const shares = new Float64Array(policied.columns);
  for (const { pair, column } of counted)
    shares[column] = (shares[column] as number) + 1 / (ofPair.get(pair) as number) / ofPair.size;
  return { contributions, shares };
}

/** The parts of the values of one level, each by its propositions. */
export interface LevelParts {
  readonly level: number;
  readonly values: readonly (Parts & { readonly propositions: readonly number[] })[];
}

/**
 * By proposition, how much of the change from one level to the next it makes: what it adds to the values of the new level beyond what a proposition of the
 * old one would, less the same of the old one. With c the contribution, s the share, m the number of values of a level and L the old level:
 * Σ(c - L·s)/m over the new values less the same over the old ones. All of them sum to the change, because the second sum is 0.
 */
export function moved(before: LevelParts, after: LevelParts): Map<number, number> {
  const sums = new Map<number, number>();
  const add = ({ values }: LevelParts, sign: number) => {
    for (const { contributions, shares, propositions } of values) {
      for (const [column, proposition] of propositions.entries()) {
        if (shares[column] === 0) continue;
        const beyond = (contributions[column] as number) - before.level * (shares[column] as number);
        sums.set(proposition, (sums.get(proposition) ?? 0) + (sign * beyond) / values.length);
      }
    }
  };
  add(after, 1);
  add(before, -1);
  return sums;
}
