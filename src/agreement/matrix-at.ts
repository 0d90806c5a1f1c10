import { findInForce, keepAll, NONE, roomFor } from './in-force.ts';
import { copySettled, type SettledCells, settledMatrix } from './settled-cells.ts';
import { type AbsenceColumns, isKnownAt, type Point, type StanceColumns } from './stance-columns.ts';
import { ABSENT, emptyMatrix, rowOf, type Selection, type StanceMatrix, UNKNOWN } from './stance-matrix.ts';

/** A matrix and the columns of it on which anybody holds a position or was absent, ascending. */
export interface SpokenMatrix {
  readonly matrix: StanceMatrix;
  readonly spoken: readonly number[];
  /** Row index in the columns of the stance in each cell, like the matrix; NONE without one. Null for a large matrix: they would take more room than it. */
  readonly stanceRows: Int32Array | null;
}

/** Largest number of cells for which the row indexes are kept. */
export const mostPlaces = 4_096;

/**
 * The positions at a point in time: matching stances in force, recorded absences where there is none, UNKNOWN elsewhere. `settled` gives the settled cells
 * of the same columns, null where there are none; it is called for a large matrix to which everything fits.
 */
export function matrixAt(
  stances: StanceColumns,
  absences: AbsenceColumns,
  selection: Selection,
  point: Point,
  settled: () => SettledCells | null = () => null,
): SpokenMatrix {
  const { parties, propositions, keep, keepAbsence } = selection;
  const isLarge = parties.count * propositions.length > mostPlaces;
  const known = isLarge && keep === keepAll && keepAbsence === keepAll ? settled() : null;
  const whole = known && settledMatrix(known, stances, parties, propositions, point);
  if (whole !== null) return { matrix: whole, spoken: spokenIn(whole), stanceRows: null };
  const matrix = emptyMatrix(parties.count, propositions.length);
  const found = roomFor(parties);
  const stanceRows = isLarge ? null : new Int32Array(matrix.cells.length).fill(NONE);
  const lookUp = (column: number): boolean => {
    const proposition = propositions[column] as number;
    const count = findInForce(stances, proposition, parties, point, keep, found);
    for (let index = 0; index < count; index++) {
      const cell = (found.rows[index] as number) * matrix.columns + column;
      const stanceRow = found.stanceRows[index] as number;
      matrix.cells[cell] = stances.position[stanceRow] as number;
      if (stanceRows !== null) stanceRows[cell] = stanceRow;
    }
    return markAbsent(absences, proposition, column, selection, point, matrix) || count > 0;
  };
  if (known === null) {
    const spoken: number[] = [];
    for (let column = 0; column < matrix.columns; column++) if (lookUp(column)) spoken.push(column);
    return { matrix, spoken, stanceRows };
  }
  for (const column of copySettled(known, stances, parties, propositions, point, matrix)) lookUp(column);
  return { matrix, spoken: spokenIn(matrix), stanceRows };
}

/** The columns in which a cell is known, ascending. */
function spokenIn(matrix: StanceMatrix): number[] {
  const { rows, columns } = matrix;
  const silent = new Int32Array(columns);
  for (let column = 0; column < columns; column++) silent[column] = column;
  let left = columns;
  // Nearly all are known after the first rows.
  for (let row = 0; row < rows && left > 0; row++) {
    const cells = rowOf(matrix, row);
    let count = 0;
    for (let index = 0; index < left; index++) {
      const column = silent[index] as number;
      if (cells[column] === UNKNOWN) silent[count++] = column;
    }
    left = count;
  }
  const spoken = new Array<number>(columns - left);
  for (let column = 0, next = 0; column < columns; column++) {
    if (next < left && silent[next] === column) next++;
    else spoken[column - next] = column;
  }
  return spoken;
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
