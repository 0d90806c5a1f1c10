import { Matrix, SVD } from 'ml-matrix';

/** Points of two maps, one row per party, in the order of each other. */
export interface Aligned {
  /** Turns a point, relative to the centre of its map's shared parties, to the axes of the other map: `dimensions` rows and columns, orthogonal. */
  readonly turn: readonly (readonly number[])[];
  /** The centres of the shared parties on the map that is turned and on the other one. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Root mean square of the distances that are left between the two places of a party. */
  readonly rootMeanSquare: number;
}

/**
 * The turn, mirroring and shift that bring the points of one map nearest to the same parties' points on another: Procrustes without stretching, so that the
 * distances on a map stay as they are. Fewer than one point: null.
 *
 * Source: Schönemann 1966, Psychometrika 31; `procrustes(target, points, scale = FALSE)` of R's vegan.
 */
export function procrustes(
  target: readonly (readonly number[])[],
  points: readonly (readonly number[])[],
): Aligned | null {
  if (points.length === 0) return null;
  const [to, from] = [centreOf(target), centreOf(points)];
  const [aim, moved] = [lessen(target, to), lessen(points, from)];
  const svd = new SVD(new Matrix(aim).transpose().mmul(new Matrix(moved)), { autoTranspose: false });
  const turn = svd.rightSingularVectors.mmul(svd.leftSingularVectors.transpose());
  const left = new Matrix(aim).sub(new Matrix(moved).mmul(turn));
  return { turn: turn.to2DArray(), from, to, rootMeanSquare: left.norm() / Math.sqrt(points.length) };
}

/** Where a point of the map that is turned comes to be on the other one. */
export const turned = ({ turn, from, to }: Aligned, point: readonly number[]): number[] =>
  to.map((centre, axis) =>
    from.reduce((sum, middle, i) => sum + ((point[i] as number) - middle) * (turn[i]?.[axis] as number), centre),
  );

const centreOf = (points: readonly (readonly number[])[]): number[] =>
  (points[0] as readonly number[]).map(
    (_, axis) => points.reduce((sum, point) => sum + (point[axis] as number), 0) / points.length,
  ); // one at least

const lessen = (points: readonly (readonly number[])[], by: readonly number[]): number[][] =>
  points.map((point) => point.map((value, axis) => value - (by[axis] as number)));
