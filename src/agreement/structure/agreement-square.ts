import { pairValue, visitPairs } from '../agreement.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import type { Square } from './square.ts';

/** How far each two rows of a matrix agree by the measure AGREEMENT, and how many positions that count each of them holds. */
export interface AgreementSquare {
  readonly square: Square;
  readonly held: Int32Array;
}

/** The agreement of all pairs of rows; not known for those that share fewer than `minimumShared` columns. */
export function agreementSquare(matrix: StanceMatrix, minimumShared: number): AgreementSquare {
  const size = matrix.rows;
  const values = new Float64Array(size * size);
  const held = new Int32Array(size);
  visitPairs(matrix, (a, b, table) => {
    const value = pairValue(table, 'AGREEMENT', minimumShared).value ?? Number.NaN;
    values[a * size + b] = value;
    values[b * size + a] = value;
    if (a === b) held[a] = table.total;
  });
  return { square: { size, values }, held };
}

/** 1 - agreement; a party is at no distance from itself. */
export function distancesOf({ size, values }: Square): Square {
  const distances = values.map((value) => 1 - value);
  for (let row = 0; row < size; row++) distances[row * size + row] = 0;
  return { size, values: distances };
}
