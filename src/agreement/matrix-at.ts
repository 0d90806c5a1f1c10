import { findInForce, type Keep, NONE, type PartySelection } from './in-force.ts';
import { type AbsenceColumns, isKnownAt, type Point, type StanceColumns } from './stance-columns.ts';
import { ABSENT, emptyMatrix, type StanceMatrix, UNKNOWN } from './stance-matrix.ts';

/** A matrix and, cell by cell, the place in the columns of the stance that it shows (NONE where there is none). */
export interface PlacedMatrix extends StanceMatrix {
  readonly places: Int32Array;
}

/** Which stances and absences count: `keep` and `keepAbsence` are asked about places in the columns. */
export interface Selection {
  readonly parties: PartySelection;
  /** Ordinals, in the order of the matrix's columns. */
  readonly propositions: ArrayLike<number>;
  readonly keep: Keep;
  readonly keepAbsence: Keep;
}

/** Who holds what at a point: the stances in force that fit, recorded absences where there is none, UNKNOWN elsewhere. */
export function matrixAt(
  stances: StanceColumns,
  absences: AbsenceColumns,
  selection: Selection,
  point: Point,
): PlacedMatrix {
  const { parties, propositions } = selection;
  const matrix = emptyMatrix(parties.count, propositions.length);
  const places = new Int32Array(matrix.cells.length).fill(NONE);
  const held = new Int32Array(parties.count);
  for (let column = 0; column < propositions.length; column++) {
    const proposition = propositions[column] as number;
    findInForce(stances, proposition, parties, point, selection.keep, held);
    for (let row = 0; row < held.length; row++) {
      const place = held[row] as number;
      if (place === NONE) continue;
      const cell = row * matrix.columns + column;
      matrix.cells[cell] = stances.position[place] as number;
      places[cell] = place;
    }
    markAbsent(absences, proposition, column, selection, point, matrix);
  }
  return { ...matrix, places };
}

function markAbsent(
  absences: AbsenceColumns,
  proposition: number,
  column: number,
  selection: Selection,
  point: Point,
  matrix: StanceMatrix,
) {
  const end = absences.start[proposition + 1] as number;
  for (let place = absences.start[proposition] as number; place < end; place++) {
    const row = selection.parties.rowOf[absences.party[place] as number] as number;
    if (row === NONE || (absences.day[place] as number) > point.day || !selection.keepAbsence(place)) continue;
    if (!isKnownAt(absences.addedIn[place] as number, absences.retiredIn[place] as number, point.revision)) continue;
    const cell = row * matrix.columns + column;
    if (matrix.cells[cell] === UNKNOWN) matrix.cells[cell] = ABSENT;
  }
}

/** The columns on which any of the parties holds a position or was absent. */
export function spokenColumns(matrix: StanceMatrix): Uint32Array {
  const spoken = new Uint8Array(matrix.columns);
  for (let index = 0; index < matrix.cells.length; index++) {
    if (matrix.cells[index] !== UNKNOWN) spoken[index % matrix.columns] = 1;
  }
  return Uint32Array.from({ length: matrix.columns }, (_, column) => column).filter((column) => spoken[column] === 1);
}

/** The matrix with some of its columns, in the order given. */
export function selectColumns(matrix: PlacedMatrix, columns: Uint32Array): PlacedMatrix {
  if (columns.length === matrix.columns) return matrix;
  const cells = new Int8Array(matrix.rows * columns.length);
  const places = new Int32Array(cells.length);
  for (let row = 0; row < matrix.rows; row++) {
    for (let index = 0; index < columns.length; index++) {
      const from = row * matrix.columns + (columns[index] as number);
      cells[row * columns.length + index] = matrix.cells[from] as number;
      places[row * columns.length + index] = matrix.places[from] as number;
    }
  }
  return { rows: matrix.rows, columns: columns.length, cells, places };
}
