import type { StanceMatrix } from '#agreement/stance-matrix.ts';
import { UNKNOWN } from '#agreement/stance-matrix.ts';

/** Random numbers from 0 to below 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface DrawnVotes {
  /** Where the parties are. */
  readonly positions: readonly number[];
  readonly matrix: StanceMatrix;
}

/** Votes of an assembly that does what the ordinal probit says, one in ten of them missing. */
export function drawVotes(parties: number, rollCalls: number, seed: number): DrawnVotes {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const positions = Array.from({ length: parties }, normal);
  const cells = new Int8Array(parties * rollCalls);
  for (let column = 0; column < rollCalls; column++) {
    const slope = 1.5 * normal();
    const lower = normal();
    const upper = lower + random();
    for (let row = 0; row < parties; row++) {
      const felt = slope * (positions[row] as number) + normal();
      const cell = felt < lower ? -2 : felt < upper ? 0 : 2;
      cells[row * rollCalls + column] = random() < 0.1 ? UNKNOWN : cell;
    }
  }
  return { positions, matrix: { rows: parties, columns: rollCalls, cells } };
}

/** Pearson's correlation. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], y: readonly number[], ofX: number, ofY: number) =>
    x.reduce((sum, value, index) => sum + (value - ofX) * ((y[index] as number) - ofY), 0);
  return product(a, b, meanA, meanB) / Math.sqrt(product(a, a, meanA, meanA) * product(b, b, meanB, meanB));
}
