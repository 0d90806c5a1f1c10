import { type Derivatives, itemParameters, LOWER, SLOPE, UPPER } from './ordinal-probit.ts';

/** A change of all parameters: `items[j * 3 + parameter]`. */
export interface Step {
  readonly positions: Float64Array;
  readonly items: Float64Array;
}

/**
 * Solves Newton's equations for a curvature that is shaped like an arrow: positions are tied to items alone and items to positions alone. The items are
 * eliminated, three by three; what is left is a system of the positions (the Schur complement), which is solved by its Cholesky factor. The rooms are written
 * over by the next call.
 */
export class ArrowSystem {
  readonly #parties: number;
  readonly #items: number;
  /** By item, the Cholesky factor of its block: lower triangle by rows. */
  readonly #blocks: Float64Array;
  /** By party, item and parameter: the cross derivatives, divided by the factors. With empty parties at the end, so that there is a whole number of tiles. */
  readonly #divided: Float64Array;
  /** By rows: the lower triangle of the system of the positions, and then of its Cholesky factor. */
  readonly #factor: Float64Array;
  /** The length of a row of it. */
  readonly #stride: number;

  constructor(parties: number, items: number) {
    this.#parties = parties;
    this.#items = items;
    this.#stride = Math.ceil(parties / tile) * tile;
    this.#blocks = new Float64Array(items * 6);
    this.#divided = new Float64Array(this.#stride * items * itemParameters);
    this.#factor = new Float64Array(this.#stride * this.#stride);
  }

  /** The step; null where the curvature, with `damping` of it and as much again added on its diagonal, is not positive definite. */
  solve(derivatives: Derivatives, damping: number): Step | null {
    if (!this.#factorBlocks(derivatives, damping)) return null;
    const positions = derivatives.gradient.slice();
    this.#eliminate(derivatives, damping, positions);
    if (!this.#factorPositions()) return null;
    this.#solvePositions(positions);
    return { positions, items: this.#itemsAfter(derivatives, positions) };
  }

  /** The lower triangle of the inverse of the factor that was last made, by rows: LᵀL of it is the inverse of the system of the positions. */
  inverseFactor(): Float64Array {
    const n = this.#parties;
    const stride = this.#stride;
    const factor = this.#factor;
    const inverse = new Float64Array(n * n);
    for (let column = 0; column < n; column++) {
      for (let row = column; row < n; row++) {
        let sum = row === column ? 1 : 0;
        for (let k = column; k < row; k++)
          sum -= (factor[row * stride + k] as number) * (inverse[k * n + column] as number);
        inverse[row * n + column] = sum / (factor[row * stride + row] as number);
      }
    }
    return inverse;
  }

  #factorBlocks({ itemCurvature }: Derivatives, damping: number): boolean {
    const blocks = this.#blocks;
    const at = (index: number) => itemCurvature[index] as number;
    for (let j = 0; j < this.#items * 6; j += 6) {
      const first = Math.sqrt(damped(at(j), damping));
      const second = at(j + 1) / first;
      const third = at(j + 3) / first;
      const diagonal = damped(at(j + 2), damping) - second * second;
      if (!(diagonal > 0)) return false;
      const middle = Math.sqrt(diagonal);
      const beside = (at(j + 4) - third * second) / middle;
      const last = damped(at(j + 5), damping) - third * third - beside * beside;
      if (!(last > 0)) return false;
      blocks.set([first, second, middle, third, beside, Math.sqrt(last)], j);
    }
    return true;
  }

  /** Takes the items out of the system of the positions and out of its right side. */
  #eliminate({ curvature, itemGradient, cross }: Derivatives, damping: number, right: Float64Array): void {
    const n = this.#parties;
    const divided = this.#divided;
    const width = this.#items * itemParameters;
    for (let j = 0; j < this.#items; j++) {
      const [ll, sl, mm, tl, bm, rr] = this.#blocks.subarray(j * 6, j * 6 + 6) as unknown as Six;
      const first = j * itemParameters;
      const a = (itemGradient[first + SLOPE] as number) / ll;
      const b = ((itemGradient[first + LOWER] as number) - sl * a) / mm;
      const c = ((itemGradient[first + UPPER] as number) - tl * a - bm * b) / rr;
      for (let i = 0, at = first; i < n; i++, at += width) {
        const u = (cross[(first + SLOPE) * n + i] as number) / ll;
        const v = ((cross[(first + LOWER) * n + i] as number) - sl * u) / mm;
        const w = ((cross[(first + UPPER) * n + i] as number) - tl * u - bm * v) / rr;
        divided[at + SLOPE] = u;
        divided[at + LOWER] = v;
        divided[at + UPPER] = w;
        right[i] = (right[i] as number) - u * a - v * b - w * c;
      }
    }
    this.#products(width);
    const factor = this.#factor;
    for (let i = 0, at = 0; i < n; i++, at += this.#stride + 1)
      factor[at] = damped(curvature[i] as number, damping) + (factor[at] as number);
  }

  /** Less the products of all rows of the cross derivatives with each other, two by four at a time: most of the time goes here, and most of it to memory. */
  #products(width: number): void {
    const stride = this.#stride;
    const divided = this.#divided;
    const factor = this.#factor;
    for (let i = 0; i < stride; i += 2) {
      const a = i * width;
      for (let k = 0; k <= i + 1; k += tile) {
        const b = k * width;
        let [p0, p1, p2, p3, q0, q1, q2, q3] = [0, 0, 0, 0, 0, 0, 0, 0];
        for (let m = 0; m < width; m++) {
          const p = divided[a + m] as number;
          const q = divided[a + width + m] as number;
          const r0 = divided[b + m] as number;
          const r1 = divided[b + width + m] as number;
          const r2 = divided[b + 2 * width + m] as number;
          const r3 = divided[b + 3 * width + m] as number;
          p0 -= p * r0;
          p1 -= p * r1;
          p2 -= p * r2;
          p3 -= p * r3;
          q0 -= q * r0;
          q1 -= q * r1;
          q2 -= q * r2;
          q3 -= q * r3;
        }
        factor.set([p0, p1, p2, p3], i * stride + k);
        factor.set([q0, q1, q2, q3], (i + 1) * stride + k);
      }
    }
  }

  /** Cholesky; false where the system is not positive definite. */
  #factorPositions(): boolean {
    const n = this.#parties;
    const stride = this.#stride;
    const factor = this.#factor;
    for (let row = 0; row < n; row++) {
      const at = row * stride;
      for (let column = 0; column <= row; column++) {
        const other = column * stride;
        let sum = factor[at + column] as number;
        for (let k = 0; k < column; k++) sum -= (factor[at + k] as number) * (factor[other + k] as number);
        if (row !== column) factor[at + column] = sum / (factor[other + column] as number);
        else if (sum > 0) factor[at + row] = Math.sqrt(sum);
        else return false;
      }
    }
    return true;
  }

  #solvePositions(right: Float64Array): void {
    const n = this.#parties;
    const stride = this.#stride;
    const factor = this.#factor;
    for (let row = 0; row < n; row++) {
      let sum = right[row] as number;
      for (let k = 0; k < row; k++) sum -= (factor[row * stride + k] as number) * (right[k] as number);
      right[row] = sum / (factor[row * stride + row] as number);
    }
    for (let row = n - 1; row >= 0; row--) {
      let sum = right[row] as number;
      for (let k = row + 1; k < n; k++) sum -= (factor[k * stride + row] as number) * (right[k] as number);
      right[row] = sum / (factor[row * stride + row] as number);
    }
  }

  #itemsAfter({ itemGradient, cross }: Derivatives, positions: Float64Array): Float64Array {
    const n = this.#parties;
    const items = new Float64Array(this.#items * itemParameters);
    for (let j = 0; j < this.#items; j++) {
      const [ll, sl, mm, tl, bm, rr] = this.#blocks.subarray(j * 6, j * 6 + 6) as unknown as Six;
      const rest = (parameter: number) => {
        let sum = itemGradient[j * itemParameters + parameter] as number;
        const start = (j * itemParameters + parameter) * n;
        for (let i = 0; i < n; i++) sum -= (cross[start + i] as number) * (positions[i] as number);
        return sum;
      };
      const a = rest(SLOPE) / ll;
      const b = (rest(LOWER) - sl * a) / mm;
      const c = (rest(UPPER) - tl * a - bm * b) / rr;
      const upper = c / rr;
      const lower = (b - bm * upper) / mm;
      items.set([(a - sl * lower - tl * upper) / ll, lower, upper], j * itemParameters);
    }
    return items;
  }
}

/** Rows that are multiplied with two others at a time. */
const tile = 4;

type Six = readonly [number, number, number, number, number, number];

const damped = (diagonal: number, damping: number) => diagonal * (1 + damping) + damping;
