import * as fc from 'fast-check';
import type { Square } from '#agreement/structure/square.ts';

/** A symmetric square from the part of each row that comes before the diagonal; `null` is not known. */
export function squareOf(...rows: readonly (readonly (number | null)[])[]): Square {
  const size = rows.length;
  const values = new Float64Array(size * size);
  for (const [a, row] of rows.entries()) {
    for (const [b, value] of row.entries()) values[a * size + b] = values[b * size + a] = value ?? Number.NaN;
  }
  return { size, values };
}

/** Squares of distances that need obey no geometry; with `unknown`, some are not known. */
export const distances = ({
  minSize = 0,
  maxSize = 9,
  unknown = false,
  steps = 1_000_000,
} = {}): fc.Arbitrary<Square> =>
  fc
    .integer({ min: minSize, max: maxSize })
    .chain((size) =>
      fc.tuple(
        ...Array.from({ length: size }, (_, row) =>
          fc.array(
            fc.oneof(
              { weight: 5, arbitrary: fc.integer({ min: 0, max: steps }).map((step) => step / steps) },
              { weight: unknown ? 1 : 0, arbitrary: fc.constant(null) },
            ),
            { minLength: row, maxLength: row },
          ),
        ),
      ),
    )
    .map((rows) => squareOf(...rows));

/** The straight-line distances of points. */
export const distancesBetween = (points: readonly (readonly number[])[]): Square =>
  squareOf(
    ...points.map((point, row) =>
      points.slice(0, row).map((other) => Math.hypot(...point.map((value, axis) => value - (other[axis] as number)))),
    ),
  );

/** Points in the plane, no two of them alike for chance. */
export const points = ({ minLength = 1, maxLength = 8 } = {}): fc.Arbitrary<[number, number][]> => {
  const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
  return fc.array(fc.tuple(coordinate, coordinate), { minLength, maxLength });
};

export const at = ({ size, values }: Square, a: number, b: number): number => values[a * size + b] as number;

export const indices = (length: number): number[] => [...Array(length).keys()];
