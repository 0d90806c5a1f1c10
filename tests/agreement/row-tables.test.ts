import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitTablesOf } from '#agreement/agreement.ts';
import { bitsetsOf } from '#agreement/bitsets.ts';
import { type ContingencyTable, tabulate } from '#agreement/contingency.ts';
import { isHeld, LEFT_OUT, rowOf, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { indices, matrices } from './matrices.ts';

/** Some positions are left out by a policy. */
const policied = matrices({ maxColumns: 40 }).chain((matrix) =>
  fc.array(fc.constantFrom(null, null, LEFT_OUT, WEIGHTLESS), { minLength: matrix.cells.length }).map((left) => ({
    ...matrix,
    cells: matrix.cells.map((cell, index) => (isHeld(cell) ? (left[index] ?? cell) : cell)),
  })),
);

test.each(['by cells', 'by bits'])('the tables of one row %s are those of any two', (how) => {
  fc.assert(
    fc.property(policied, fc.nat(), (matrix, drawn) => {
      const own = drawn % matrix.rows;
      const found: ContingencyTable[] = [];
      const bits = how === 'by bits' ? bitsetsOf(matrix, true) : null;
      visitTablesOf(matrix, own, (_, b, table) => (found[b] = { ...table, counts: Array.from(table.counts) }), bits);
      const expected = indices(matrix.rows).map((row) => tabulate(rowOf(matrix, own), rowOf(matrix, row)));
      expect(found).toEqual(expected.map((table) => ({ ...table, counts: Array.from(table.counts) })));
    }),
  );
});
