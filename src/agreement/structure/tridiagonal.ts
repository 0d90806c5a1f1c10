import type { Square } from './square.ts';

/** A symmetric matrix A as Q·T·Qᵀ: T has numbers on its diagonal and beside it alone, Q is orthogonal. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Beside the diagonal: between i and i + 1; the last one is 0. */
  readonly beside: Float64Array;
  /** Turns a vector of T's coordinates into one of A's, in place. */
  readonly turnBack: (vector: Float64Array) => void;
}

/**
 * Makes a symmetric matrix tridiagonal by Householder's reflections; only its lower half is read.
 *
 * Source: Martin, Reinsch & Wilkinson 1968, Numerische Mathematik 11 (`tred1` of EISPACK).
 */
export function tridiagonalise({ size, values }: Square): Tridiagonal {
  const cells = values.slice();
  const beside = new Float64Array(size);
  const halves = new Float64Array(size); // half the square of each reflection's length; 0 for none
  const u = new Float64Array(size);
  const q = new Float64Array(size);
  for (let i = size - 1; i > 1; i--) {
    const row = cells.subarray(i * size, i * size + i);
    const scale = row.reduce((sum, cell) => sum + Math.abs(cell), 0);
    if (scale === 0) continue;
    let half = 0;
    for (let j = 0; j < i; j++) {
      const cell = (row[j] as number) / scale;
      u[j] = cell;
      half += cell * cell;
    }
    const last = u[i - 1] as number;
    const reflected = last > 0 ? -Math.sqrt(half) : Math.sqrt(half);
    beside[i - 1] = scale * reflected;
    half -= last * reflected;
    u[i - 1] = last - reflected;
    row.set(u.subarray(0, i));
    halves[i] = half;
    reflect(cells, size, i, u, q, half);
  }
  if (size > 1) beside[0] = cells[size] as number;
  const diagonal = Float64Array.from({ length: size }, (_, i) => cells[i * size + i] as number);
  return { diagonal, beside, turnBack: (vector) => turnBack(cells, size, halves, vector) };
}

/** Reflects the first `i` rows and columns: A - u·qᵀ - q·uᵀ. The loops that take the time: plain, and along rows. */
function reflect(cells: Float64Array, size: number, i: number, u: Float64Array, q: Float64Array, half: number): void {
  for (let j = 0; j < i; j++) {
    const start = j * size;
    const ofU = u[j] as number;
    let sum = 0;
    for (let k = 0; k < j; k++) {
      const cell = cells[start + k] as number;
      sum += cell * (u[k] as number);
      q[k] = (q[k] as number) + cell * ofU;
    }
    q[j] = sum + (cells[start + j] as number) * ofU;
  }
  let product = 0;
  for (let j = 0; j < i; j++) {
    const ofQ = (q[j] as number) / half;
    q[j] = ofQ;
    product += ofQ * (u[j] as number);
  }
  product /= half + half;
  for (let j = 0; j < i; j++) q[j] = (q[j] as number) - product * (u[j] as number);
  for (let j = 0; j < i; j++) {
    const start = j * size;
    const ofU = u[j] as number;
    const ofQ = q[j] as number;
    for (let k = 0; k <= j; k++)
      cells[start + k] = (cells[start + k] as number) - ofU * (q[k] as number) - ofQ * (u[k] as number);
  }
}

function turnBack(cells: Float64Array, size: number, halves: Float64Array, vector: Float64Array): void {
  for (let i = 2; i < size; i++) {
    const half = halves[i] as number;
    if (half === 0) continue;
    let sum = 0;
    for (let j = 0; j < i; j++) sum += (cells[i * size + j] as number) * (vector[j] as number);
    sum /= half;
    for (let j = 0; j < i; j++) vector[j] = (vector[j] as number) - sum * (cells[i * size + j] as number);
  }
}
