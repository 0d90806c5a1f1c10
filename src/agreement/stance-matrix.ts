import { areAllInForce, findInForce, type Keep, NONE, type PartySelection, roomFor } from './in-force.ts';
import { type AbsenceColumns, isKnownAt, type Point, type StanceColumns } from './stance-columns.ts';

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
}

/** A matrix in which nothing is known yet. */
export function emptyMatrix(rows: number, columns: number): StanceMatrix {
  return { rows, columns, cells: new Int8Array(rows * columns).fill(UNKNOWN) };
}

/** The cells of one party, in the order of the columns (a view, not a copy). */
export function rowOf(matrix: StanceMatrix, row: number): Int8Array {
  return matrix.cells.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** The cells on one proposition, in the order of the rows (a copy). */
export function columnOf({ rows, columns, cells }: StanceMatrix, column: number): Int8Array {
  const held = new Int8Array(rows);
  for (let row = 0; row < rows; row++) held[row] = cells[row * columns + column] as number;
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

/** A matrix and the columns of it on which anybody holds a position or was absent, ascending. */
export interface SpokenMatrix {
  readonly matrix: StanceMatrix;
  readonly spoken: readonly number[];
  /** Row index in the columns of the stance in each cell, like the matrix; NONE without one. Null for a large matrix: they would take more room than it. */
  readonly stanceRows: Int32Array | null;
}

/** Largest number of cells for which the row indexes are kept. */
const mostPlaces = 4_096;

/** The positions at a point in time: matching stances in force, recorded absences where there is none, UNKNOWN elsewhere. */
export function matrixAt(
  stances: StanceColumns,
  absences: AbsenceColumns,
  selection: Selection,
  point: Point,
): SpokenMatrix {
  const { parties, propositions } = selection;
  const matrix = emptyMatrix(parties.count, propositions.length);
  const found = roomFor(parties);
  const spoken: number[] = [];
  const isLarge = matrix.cells.length > mostPlaces;
  const stanceRows = isLarge ? null : new Int32Array(matrix.cells.length).fill(NONE);
  for (let column = 0; column < matrix.columns; column++) {
    const proposition = propositions[column] as number;
    let isHeldOn = false;
    if (isLarge && areAllInForce(stances, proposition, parties, point, selection.keep)) {
      isHeldOn = takeAll(stances, proposition, parties, column, matrix);
    } else {
      const count = findInForce(stances, proposition, parties, point, selection.keep, found);
      for (let index = 0; index < count; index++) {
        const cell = (found.rows[index] as number) * matrix.columns + column;
        const stanceRow = found.stanceRows[index] as number;
        matrix.cells[cell] = stances.position[stanceRow] as number;
        if (stanceRows !== null) stanceRows[cell] = stanceRow;
      }
      isHeldOn = count > 0;
    }
    const absent = markAbsent(absences, proposition, column, selection, point, matrix);
    if (isHeldOn || absent) spoken.push(column);
  }
  return { matrix, spoken, stanceRows };
}

/** Fills a column with the stances of the selected parties, which are all in force; gives whether there are any. A million pass here for a large scope. */
function takeAll(
  { start, party, position }: StanceColumns,
  proposition: number,
  { rowOf }: PartySelection,
  column: number,
  { cells, columns }: StanceMatrix,
): boolean {
  const end = start[proposition + 1] as number;
  let any = false;
  for (let stanceRow = start[proposition] as number; stanceRow < end; stanceRow++) {
    const row = rowOf[party[stanceRow] as number] as number;
    if (row === NONE) continue;
    cells[row * columns + column] = position[stanceRow] as number;
    any = true;
  }
  return any;
}

/** Whether any party without a position was absent. */
function markAbsent(
  absences: AbsenceColumns,
  proposition: number,
  column: number,
  selection: Selection,
  point: Point,
  matrix: StanceMatrix,
): boolean {
  let any = false;
  const end = absences.start[proposition + 1] as number;
  for (let stanceRow = absences.start[proposition] as number; stanceRow < end; stanceRow++) {
    const row = selection.parties.rowOf[absences.party[stanceRow] as number] as number;
    if (row === NONE || (absences.day[stanceRow] as number) > point.day || !selection.keepAbsence(stanceRow)) continue;
    if (!isKnownAt(absences.addedIn[stanceRow] as number, absences.retiredIn[stanceRow] as number, point.revision))
      continue;
    const cell = row * matrix.columns + column;
    if (matrix.cells[cell] !== UNKNOWN) continue;
    matrix.cells[cell] = ABSENT;
    any = true;
  }
  return any;
}
