import { type Pair, pairsOf } from '#agreement/agreement.ts';
import { tabulateRows } from '#agreement/contingency.ts';
import { type LevelParts, moved, partsOf } from '#agreement/series/movers.ts';
import { type Segment, type SegmentationRule, segmentsOf } from '#agreement/series/segmentation.ts';
import { rowOf, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
import type { SeriesPoint } from './series.ts';

/** Points that follow one another and are taken to have one level. */
export interface Level {
  /** The mean of their values. */
  readonly level: number;
  /** Those that have a value; the periods between them without one do not count. */
  readonly points: readonly SeriesPoint[];
}

/** A period from which on a series has another level. */
export interface TurningPoint {
  /** The first point of the new level. */
  readonly point: SeriesPoint;
  readonly before: Level;
  readonly after: Level;
  /** Periods without a value just before it: the level may have changed in any of them. */
  readonly gap: number;
}

/** Where the values of a series changed their level, the earliest first. Points without a value are passed over. */
export function turningPoints(points: readonly SeriesPoint[], rule: SegmentationRule): TurningPoint[] {
  const places: number[] = [];
  const values: number[] = [];
  for (const [place, { numbers }] of points.entries()) {
    if (numbers.result.value === null) continue;
    places.push(place);
    values.push(numbers.result.value);
  }
  const levels = segmentsOf(values, rule).map(({ start, end, level }: Segment) => ({
    level,
    start,
    points: places.slice(start, end).map((place) => points[place] as SeriesPoint),
  }));
  return levels.slice(1).map((after, index) => ({
    point: after.points[0] as SeriesPoint, // a level has one or more
    before: levels[index] as Level,
    after,
    gap: (places[after.start] as number) - (places[after.start - 1] as number) - 1,
  }));
}

/** A proposition, and its part of the change from one level to the next. */
export interface Mover {
  readonly proposition: Proposition;
  /** All of them sum to the change. */
  readonly moved: number;
  /** The point nearest to the turn at which it counted. */
  readonly point: SeriesPoint;
  /** Its column in the comparison of that point. */
  readonly column: number;
}

/**
 * The propositions by how much they moved a series from one level to the next, those that did so most in the direction of the change first; equal ones by
 * how near to the turn they counted, the new level first, then by key.
 */
export function moversOf({ before, after }: TurningPoint): Mover[] {
  const sums = moved(partsOfLevel(before), partsOfLevel(after));
  const direction = Math.sign(after.level - before.level) || 1;
  const movers: (Mover & { readonly distance: number })[] = [];
  // From the turn on, then backwards from it.
  const nearest = [...after.points, ...before.points.toReversed()];
  for (const [distance, point] of nearest.entries()) {
    const { propositions, snapshot } = point.slice.comparison;
    for (const [column, ordinal] of propositions.entries()) {
      const sum = sums.get(ordinal);
      if (sum === undefined) continue;
      sums.delete(ordinal);
      movers.push({ proposition: rowAt(snapshot.propositions, ordinal), moved: sum, point, column, distance });
    }
  }
  return movers.sort(
    (a, b) =>
      direction * (b.moved - a.moved) || a.distance - b.distance || (a.proposition.key < b.proposition.key ? -1 : 1),
  );
}

const partsOfLevel = ({ level, points }: Level): LevelParts => ({
  level,
  values: points.map(({ slice, pair }) => {
    const { policied, policy, propositions } = slice.comparison;
    const { matrix, pairs } = pair === null ? ofAll(policied, policy.measure) : ofTwo(policied, ...pair);
    return { ...partsOf(matrix, policy.measure, policy.minimumShared, pairs), propositions };
  }),
});

const ofAll = (matrix: StanceMatrix, measure: Parameters<typeof pairsOf>[1]) => ({
  matrix,
  pairs: pairsOf(matrix, measure),
});

/** Two rows alone, because alpha is of all the rows of a matrix. */
function ofTwo(policied: StanceMatrix, a: number, b: number): { matrix: StanceMatrix; pairs: Pair[] } {
  const { columns } = policied;
  const cells = new Int8Array(2 * columns);
  cells.set(rowOf(policied, a));
  cells.set(rowOf(policied, b), columns);
  const matrix = { rows: 2, columns, cells };
  return { matrix, pairs: [{ a: 0, b: 1, table: tabulateRows(matrix, 0, 1) }] };
}
