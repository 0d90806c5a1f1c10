import { ABSENT, LEFT_OUT, type StanceMatrix, WEIGHTLESS } from '../stance-matrix.ts';

/** How some parties stand on one proposition: how many of them do what. The counts sum to the number of parties. */
export interface Standing {
  /** A lean counts as its side. */
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** They hold a position that the policy leaves out. */
  readonly leftOut: number;
  readonly absent: number;
  /** No position is known. */
  readonly unknown: number;
}

const [opposing, neutral, supporting, leftOut, absent, unknown] = [0, 1, 2, 3, 4, 5];
const slots = 6;

/** The slot of a cell, found by a table: a chain of comparisons for each of a million cells would take three times as long. */
const slotOf = new Uint8Array(256).fill(unknown);
slotOf.set([opposing, opposing, neutral, supporting, supporting], 128 - 2);
slotOf[128 + LEFT_OUT] = leftOut;
slotOf[128 + WEIGHTLESS] = leftOut;
slotOf[128 + ABSENT] = absent;

/** How some parties stand on each proposition of a matrix. */
export interface Tally {
  readonly parties: number;
  at(column: number): Standing;
}

/** Counts over the given rows of a matrix; without them over all of its rows. */
export function tallyOf(matrix: StanceMatrix, rows?: readonly number[]): Tally {
  const { columns, cells } = matrix;
  const counts = new Uint16Array(columns * slots);
  const parties = rows?.length ?? matrix.rows;
  for (let index = 0; index < parties; index++) {
    const start = (rows === undefined ? index : (rows[index] as number)) * columns;
    for (let column = 0, slot = 0; column < columns; column++, slot += slots) {
      const at = slot + (slotOf[(cells[start + column] as number) + 128] as number);
      counts[at] = (counts[at] as number) + 1;
    }
  }
  const count = (column: number, slot: number) => counts[column * slots + slot] as number;
  return {
    parties,
    at: (column) => ({
      support: count(column, supporting),
      oppose: count(column, opposing),
      neutral: count(column, neutral),
      leftOut: count(column, leftOut),
      absent: count(column, absent),
      unknown: count(column, unknown),
    }),
  };
}

/** How many hold a position that counts. */
export const holdersOf = ({ support, oppose, neutral }: Standing): number => support + oppose + neutral;
