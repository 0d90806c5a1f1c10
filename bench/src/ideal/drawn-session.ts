import { type StanceMatrix, UNKNOWN } from '../../../src/agreement/stance-matrix.ts';
import { randomNumbers } from '../side-by-side/question.ts';

/** A session in which parties vote as the ordinal probit says, with one vote in ten missing; another one for another seed. */
export function drawnSession(parties: number, rollCalls: number, seed: number): StanceMatrix {
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const positions = Array.from({ length: parties }, normal);
  const cells = new Int8Array(parties * rollCalls);
  for (let column = 0; column < rollCalls; column++) {
    const [slope, lower] = [1.5 * normal(), normal()];
    const upper = lower + random();
    for (const [row, position] of positions.entries()) {
      const felt = slope * position + normal();
      const cell = felt < lower ? -2 : felt < upper ? 0 : 2;
      cells[row * rollCalls + column] = random() < 0.1 ? UNKNOWN : cell;
    }
  }
  return { rows: parties, columns: rollCalls, cells };
}
