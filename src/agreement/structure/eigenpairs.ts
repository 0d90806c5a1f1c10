import type { Square } from './square.ts';
import { type Tridiagonal, tridiagonalise } from './tridiagonal.ts';

/** What a symmetric matrix stretches, and by how much. */
export interface Eigenpairs {
  /** All of them, the largest first. */
  readonly values: Float64Array;
  /** Those of the first values, of length 1 and at right angles; their signs mean nothing. */
  readonly vectors: readonly Float64Array[];
}

/**
 * All eigenvalues of a symmetric matrix, and the eigenvectors of the largest `count` of them: tridiagonal form, then QL with implicit shifts, as EISPACK
 * and LAPACK have them. The rotations of QL are kept and applied to the wanted vectors alone, backwards, so that these are as exact as if all had been
 * computed, also where eigenvalues are equal.
 *
 * Source: Dubrulle, Martin & Wilkinson 1968, Numerische Mathematik 12 (`imtql2` of EISPACK).
 */
export function eigenpairs(matrix: Square, count: number): Eigenpairs {
  const tridiagonal = tridiagonalise(matrix);
  const { values, rotations } = diagonalise(tridiagonal);
  const order = Array.from(values.keys()).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  const vectors = order.slice(0, count).map((column) => {
    const vector = new Float64Array(values.length);
    vector[column] = 1;
    for (const rotation of rotations.toReversed()) rotateBack(vector, rotation);
    tridiagonal.turnBack(vector);
    return vector;
  });
  return { values: Float64Array.from(order, (column) => values[column] as number), vectors };
}

/** Rotations of neighbouring coordinates, from `to` down to `from`: their cosines and sines, those of `from` first. */
interface Rotations {
  readonly from: number;
  readonly to: number;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function rotateBack(vector: Float64Array, { from, to, cosines, sines }: Rotations): void {
  for (let i = from; i <= to; i++) {
    const cosine = cosines[i - from] as number;
    const sine = sines[i - from] as number;
    const one = vector[i] as number;
    const next = vector[i + 1] as number;
    vector[i] = cosine * one + sine * next;
    vector[i + 1] = cosine * next - sine * one;
  }
}

/** The square of a smaller number is 0, or nearly. */
const smallest = 1e-150;

/** Steps for one value after which something is wrong with the numbers; two or three are usual. */
const mostSteps = 60;

/** The eigenvalues of a tridiagonal matrix in no order, and the rotations that lead to them. */
function diagonalise({ diagonal, beside }: Tridiagonal): { values: Float64Array; rotations: Rotations[] } {
  const values = diagonal.slice();
  const off = beside.slice();
  const largest = values.reduce((most, value, i) => Math.max(most, Math.abs(value), Math.abs(off[i] as number)), 0);
  const nothing = Math.max(smallest, largest * Number.EPSILON ** 2);
  const rotations: Rotations[] = [];
  for (let first = 0; first < values.length; first++) {
    for (let steps = 0; ; steps++) {
      const last = endOfBlock(values, off, first, nothing);
      if (last === first) break;
      if (steps === mostSteps) throw new RangeError(`eigenvalue ${first} was not found in ${mostSteps} steps`);
      rotations.push(step(values, off, first, last));
    }
  }
  return { values, rotations };
}

/**
 * The last row that is tied to `first`: beside it there is nothing that counts. What is `nothing` to the whole matrix never does: where few votes are all
 * there is, most of a matrix is rounding of rounding, of which the squares would vanish.
 */
function endOfBlock(values: Float64Array, off: Float64Array, first: number, nothing: number): number {
  let row = first;
  for (; row < values.length - 1; row++) {
    const around = Math.abs(values[row] as number) + Math.abs(values[row + 1] as number);
    if (Math.abs(off[row] as number) <= Math.max(nothing, Number.EPSILON * around)) break;
  }
  return row;
}

/** One QL step with an implicit shift on the rows `first` to `last`. */
function step(values: Float64Array, off: Float64Array, first: number, last: number): Rotations {
  const cosines = new Float64Array(last - first);
  const sines = new Float64Array(last - first);
  const beside = off[first] as number;
  const shift = ((values[first + 1] as number) - (values[first] as number)) / (2 * beside);
  const length = Math.sqrt(shift * shift + 1);
  let g = (values[last] as number) - (values[first] as number) + beside / (shift + (shift >= 0 ? length : -length));
  let sine = 1;
  let cosine = 1;
  let moved = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * (off[i] as number);
    const b = cosine * (off[i] as number);
    const r = Math.sqrt(f * f + g * g);
    off[i + 1] = r;
    if (r === 0) {
      // The block falls in two.
      values[i + 1] = (values[i + 1] as number) - moved;
      off[last] = 0;
      return {
        from: i + 1,
        to: last - 1,
        cosines: cosines.subarray(i + 1 - first),
        sines: sines.subarray(i + 1 - first),
      };
    }
    sine = f / r;
    cosine = g / r;
    g = (values[i + 1] as number) - moved;
    const turned = ((values[i] as number) - g) * sine + 2 * cosine * b;
    moved = sine * turned;
    values[i + 1] = g + moved;
    g = cosine * turned - b;
    cosines[i - first] = cosine;
    sines[i - first] = sine;
  }
  values[first] = (values[first] as number) - moved;
  off[first] = g;
  off[last] = 0;
  return { from: first, to: last - 1, cosines, sines };
}
