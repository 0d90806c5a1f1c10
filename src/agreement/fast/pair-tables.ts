import type { VisitPair } from '../contingency.ts';
import { levels } from '../position.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { bitsetsOf } from './bitsets.ts';

/** Visits the table of every pair of rows exactly as `tabulate` returns it, by counting bits. */
export function visitPairsByBits(matrix: StanceMatrix, visit: VisitPair): void {
  const { used, commonFrom } = bitsetsOf(matrix);
  const counts = new Uint32Array(levels * levels);
  for (let a = 0; a < matrix.rows; a++) {
    const common = used.map((_, i) => commonFrom(a, i));
    for (let b = a; b < matrix.rows; b++) {
      let total = 0;
      for (let i = 0; i < used.length; i++) {
        for (let j = 0; j < used.length; j++) {
          const count = common[i]?.[(b - a) * used.length + j] as number;
          counts[(used[i] as number) * levels + (used[j] as number)] = count;
          total += count;
        }
      }
      visit(a, b, { levels, counts, total });
    }
  }
}
