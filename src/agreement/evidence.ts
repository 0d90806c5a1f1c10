import { type Pair, pairValue } from './agreement.ts';
import { absentLevel, isOneAbsent, squaredDistance } from './contingency.ts';
import { alphaParts, reliabilityOf } from './measures/alpha.ts';
import { countsAbsences, type Measure, pairMeasures } from './measures/measure.ts';
import { type LeftOutReason, type NotCountedReason, whyNotCounted } from './policy.ts';
import { ABSENT, cellAt, columnOf, isHeld, type StanceMatrix } from './stance-matrix.ts';

/** What one pair and proposition adds to a number. `a`, `b`: rows; `column`: proposition; over all rows the contributions sum to the value. */
export interface EvidenceRow {
  readonly a: number;
  readonly b: number;
  readonly column: number;
  /** Null when it counts. */
  readonly notCounted: NotCountedReason | null;
  /** Null when it does not count. */
  readonly contribution: number | null;
}

/** A contribution of the pair of levels at a column, or null when the measure leaves it aside. */
type Contribution = (i: number, j: number, column: number) => number | null;

/** Contributions of every pair to the mean over the pairs that have a value; null for a pair without one. */
function meanContributions(measure: Exclude<Measure, 'ALPHA'>, minimumShared: number, pairs: readonly Pair[]) {
  const valued = pairs.map(({ table }) => pairValue(table, measure, minimumShared).value !== null);
  const count = valued.filter(Boolean).length;
  return pairs.map(({ table }, index): Contribution | null => {
    if (!valued[index]) return null;
    const share = pairMeasures[measure].contribution(table);
    return (i, j) => {
      const part = share(i, j);
      return part === null ? null : part / count;
    };
  });
}

/** A unit with m values adds (m - Σδ²/((m-1)·De))/n to alpha; each of its m(m-1)/2 pairs adds its part of that. */
function alphaContribution(matrix: StanceMatrix): Contribution | null {
  const { pairable, expected } = alphaParts(reliabilityOf(matrix), squaredDistance);
  if (expected === 0) return null;
  const held = Array.from({ length: matrix.columns }, (_, column) => columnOf(matrix, column).filter(isHeld).length);
  return (i, j, column) => {
    const others = (held[column] as number) - 1;
    return (2 / others - (2 * squaredDistance(i, j)) / (others * expected)) / pairable;
  };
}

/**
 * The evidence of a number: one row per column and pair, columns in the order given, pairs in theirs.
 *
 * `policied` is the matrix as the policy sees it, `leftOut` says of a column why the policy leaves it out. Rows for which the pair has no value, or whose positions do not count, have no contribution and say why. The contributions sum to the value
 * of the measure to 1e-9.
 */
export function* evidenceOf(
  policied: StanceMatrix,
  leftOut: (column: number) => LeftOutReason,
  measure: Measure,
  minimumShared: number,
  pairs: readonly Pair[],
  withheld: boolean,
): Generator<EvidenceRow> {
  const ofAlpha = measure === 'ALPHA' && !withheld ? alphaContribution(policied) : null;
  const contributions =
    measure === 'ALPHA' ? pairs.map(() => ofAlpha) : meanContributions(measure, minimumShared, pairs);
  for (let column = 0; column < policied.columns; column++) {
    for (const [index, { a, b }] of pairs.entries()) {
      const x = cellAt(policied, a, column);
      const y = cellAt(policied, b, column);
      const counts = countsAbsences(measure) && isOneAbsent(x, y);
      const missing = counts ? null : whyNotCounted(x, y, leftOut(column));
      yield row(a, b, column, missing, x, y, contributions[index] ?? null);
    }
  }
}

function row(
  a: number,
  b: number,
  column: number,
  missing: NotCountedReason | null,
  x: number,
  y: number,
  contribute: Contribution | null,
): EvidenceRow {
  const uncounted = (notCounted: NotCountedReason): EvidenceRow => ({ a, b, column, notCounted, contribution: null });
  if (missing !== null) return uncounted(missing);
  if (contribute === null) return uncounted('PAIR_WITHHELD');
  const contribution = contribute(levelOf(x), levelOf(y), column);
  return contribution === null ? uncounted('NEUTRAL_ASIDE') : { a, b, column, notCounted: null, contribution };
}

const levelOf = (cell: number) => (cell === ABSENT ? absentLevel : cell + 2);
