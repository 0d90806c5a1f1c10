import * as fc from 'fast-check';
import { ABSENT, type StanceMatrix, UNKNOWN } from '#agreement/stance-matrix.ts';

/** A matrix from one line per party: half steps -2 to 2, `A` absent, `.` unknown. */
export function matrixOf(...lines: readonly string[]): StanceMatrix {
  const rows = lines.map((line) => line.split(/\s+/).map(cellOf));
  return { rows: rows.length, columns: rows[0]?.length ?? 0, cells: Int8Array.from(rows.flat()) };
}

const cellOf = (sign: string) => (sign === '.' ? UNKNOWN : sign === 'A' ? ABSENT : Number(sign));

/** Matrices with missing data; some use few of the positions, so that measures without a value come up as well. */
export const matrices = ({ minRows = 1, maxRows = 5, maxColumns = 8 } = {}): fc.Arbitrary<StanceMatrix> =>
  fc
    .record({
      rows: fc.integer({ min: minRows, max: maxRows }),
      columns: fc.integer({ min: 0, max: maxColumns }),
      used: fc.subarray([-2, -1, 0, 1, 2], { minLength: 1 }),
    })
    .chain(({ rows, columns, used }) =>
      fc
        .array(
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...used) },
            { weight: 1, arbitrary: fc.constantFrom(UNKNOWN, ABSENT) },
          ),
          { minLength: rows * columns, maxLength: rows * columns },
        )
        .map((cells) => ({ rows, columns, cells: Int8Array.from(cells) })),
    );

/** The same parties and propositions in another order. */
export const rearranged = (
  matrix: StanceMatrix,
  rows: readonly number[],
  columns: readonly number[],
): StanceMatrix => ({
  rows: rows.length,
  columns: columns.length,
  cells: Int8Array.from(rows.flatMap((row) => columns.map((column) => cellAt(matrix, row, column)))),
});

/** A matrix and an order of its parties and propositions. */
export const withOrder = (matrix: fc.Arbitrary<StanceMatrix>) =>
  matrix.chain((drawn) =>
    fc.record({ matrix: fc.constant(drawn), rows: orderOf(drawn.rows), columns: orderOf(drawn.columns) }),
  );

const orderOf = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length });

export const cellAt = (matrix: StanceMatrix, row: number, column: number): number =>
  matrix.cells[row * matrix.columns + column] as number; // callers stay within the matrix

export const indices = (length: number): number[] => [...Array(length).keys()];

/** Every two rows of a matrix. */
export const pairsIn = ({ rows }: StanceMatrix): [number, number][] =>
  indices(rows).flatMap((a) => indices(rows).flatMap((b): [number, number][] => (a < b ? [[a, b]] : [])));

/** Two rows of a matrix alone. */
export const twoRows = (matrix: StanceMatrix, a: number, b: number): StanceMatrix =>
  rearranged(matrix, [a, b], indices(matrix.columns));
