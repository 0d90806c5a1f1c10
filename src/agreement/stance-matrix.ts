import type { Keep, PartySelection } from './in-force.ts';

/** A cell without a position: nothing is known. */
export const UNKNOWN = 127;
/** A cell without a position: the party could take one and did not. */
export const ABSENT = 126;
/** A cell whose position a policy leaves out of the number. */
export const LEFT_OUT = 125;
/** A cell of a bloc without a stance of its own: enough members hold a position, but no side has enough of them. */
export const SPLIT = 124;
/** A cell of a bloc whose position is the mean of its members', which need not be a position of the scale. */
export const MEAN_ONLY = 123;

/** A cell whose position a policy weighs 0 for its basis. */
export const WEIGHTLESS = 122;

/** True for a cell that holds a position (-2 to 2 half steps). */
export const isHeld = (cell: number): boolean => cell <= 2;

/**
 * Who holds which position on what, at one point in time. Row = party, column = proposition; `cells[row * columns + column]` is a
 * position in half steps (-2 to 2), ABSENT or UNKNOWN; of a bloc also SPLIT or MEAN_ONLY.
 */
export interface StanceMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly cells: Int8Array;
  /** The cells of a row where they stand, for a matrix of which `cells` is still to be copied; by `rowOf` of any matrix. */
  readonly viewOf?: (row: number) => Int8Array;
}

/** A matrix in which nothing is known yet. */
export function emptyMatrix(rows: number, columns: number): StanceMatrix {
  return { rows, columns, cells: new Int8Array(rows * columns).fill(UNKNOWN) };
}

/** The cells of one party, in the order of the columns (a view, not a copy). */
export function rowOf(matrix: StanceMatrix, row: number): Int8Array {
  return matrix.viewOf?.(row) ?? matrix.cells.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** The cell of one party on one proposition. */
export const cellAt = (matrix: StanceMatrix, row: number, column: number): number =>
  (matrix.viewOf === undefined ? matrix.cells[row * matrix.columns + column] : matrix.viewOf(row)[column]) as number;

/** The cells on one proposition, in the order of the rows (a copy). */
export function columnOf(matrix: StanceMatrix, column: number): Int8Array {
  const held = new Int8Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) held[row] = cellAt(matrix, row, column);
  return held;
}

/** Which stances and absences count: `keep` and `keepAbsence` take a row index of the columns. */
export interface Selection {
  readonly parties: PartySelection;
  /** Ordinals, in the order of the matrix's columns. */
  readonly propositions: ArrayLike<number>;
  readonly keep: Keep;
  readonly keepAbsence: Keep;
}

/** Columns that stand side by side, on average, from which on they are copied together. */
const worthRuns = 8;

/** The matrix with some of its columns, in the order given. */
export function selectColumns(matrix: StanceMatrix, chosen: readonly number[]): StanceMatrix {
  if (chosen.length === matrix.columns) return matrix;
  const selected = { rows: matrix.rows, columns: chosen.length, cells: new Int8Array(matrix.rows * chosen.length) };
  const starts = runsOf(chosen);
  if (starts.length * worthRuns <= chosen.length) copyRuns(matrix, chosen, starts, selected);
  else copyColumns(matrix, chosen, selected);
  return selected;
}

/** The indexes at which columns begin that stand side by side. */
function runsOf(chosen: readonly number[]): number[] {
  const starts: number[] = [];
  for (let index = 0; index < chosen.length; index++)
    if (index === 0 || chosen[index] !== (chosen[index - 1] as number) + 1) starts.push(index);
  return starts;
}

function copyRuns(from: StanceMatrix, chosen: readonly number[], starts: readonly number[], to: StanceMatrix): void {
  const runs = starts.map((start, run) => {
    const first = chosen[start] as number;
    return { start, first, end: first + (starts[run + 1] ?? chosen.length) - start };
  });
  for (let row = 0; row < from.rows; row++) {
    const cells = rowOf(from, row);
    for (const { start, first, end } of runs) to.cells.set(cells.subarray(first, end), row * to.columns + start);
  }
}

function copyColumns(from: StanceMatrix, chosen: readonly number[], to: StanceMatrix): void {
  for (let row = 0; row < from.rows; row++) {
    const cells = rowOf(from, row);
    for (let index = 0; index < chosen.length; index++)
      to.cells[row * to.columns + index] = cells[chosen[index] as number] as number;
  }
}
