import type { ContingencyTable } from '../contingency.ts';
import { levels } from '../position.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { bitsetsOf } from './bitsets.ts';

/**
 * Gives the table of two rows of a matrix exactly as `tabulate` does, by counting bits. Each call writes over the table that the one before
 * gave.
 */
export function pairTables(matrix: StanceMatrix): (a: number, b: number) => ContingencyTable {
  const { used, common } = bitsetsOf(matrix);
  const counts = new Uint32Array(levels * levels);
  return (a, b) => {
    let total = 0;
    for (let i = 0; i < used.length; i++) {
      for (let j = 0; j < used.length; j++) {
        const count = common(a, i, b, j);
        counts[(used[i] as number) * levels + (used[j] as number)] = count;
        total += count;
      }
    }
    return { levels, counts, total };
  };
}
