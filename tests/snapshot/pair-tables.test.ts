import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitPairs } from '#agreement/agreement.ts';
import { tablesByBits } from '#agreement/bitsets.ts';
import { tabulate, type VisitPair } from '#agreement/contingency.ts';
import { ABSENT, LEFT_OUT, rowOf, type StanceMatrix, UNKNOWN } from '#agreement/stance-matrix.ts';

const cells = (used: readonly number[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...used) },
    { weight: 1, arbitrary: fc.constantFrom(UNKNOWN, ABSENT, LEFT_OUT) },
  );

/** Lengths around those at which bits fill whole words (64) and whole steps (256), and any other. */
const lengths = fc.oneof(fc.constantFrom(0, 1, 63, 64, 65, 255, 256, 257), fc.nat(600));

const matrices: fc.Arbitrary<StanceMatrix> = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: lengths,
    used: fc.subarray([-2, -1, 0, 1, 2], { minLength: 1 }),
  })
  .chain(({ rows, columns, used }) =>
    fc
      .array(cells(used), { minLength: rows * columns, maxLength: rows * columns, size: 'max' })
      .map((drawn) => ({ rows, columns, cells: Int8Array.from(drawn) })),
  );

/** Every pair of rows, each with itself too, and its table, by cells. */
function tablesByCells(matrix: StanceMatrix) {
  const all = [...Array(matrix.rows).keys()];
  return all.flatMap((a) => all.slice(a).map((b) => ({ a, b, table: tabulate(rowOf(matrix, a), rowOf(matrix, b)) })));
}

function expectTablesOf(matrix: StanceMatrix, visitAll: typeof visitPairs): void {
  const visited: ReturnType<typeof tablesByCells> = [];
  const visit: VisitPair = (a, b, { counts, ...table }) => {
    // Copied, because it is written over after the visit.
    visited.push({ a, b, table: { ...table, counts: Uint32Array.from(counts) } });
  };
  visitAll(matrix, visit, true);
  expect(visited).toEqual(tablesByCells(matrix));
}

const visitPairsByBits: typeof visitPairs = (matrix, visit, withAbsences) => {
  const tables = tablesByBits(matrix, withAbsences);
  for (let a = 0; a < matrix.rows; a++) for (let b = a; b < matrix.rows; b++) visit(a, b, tables(a)(b));
};

test('counting by bits gives the table that counting cells gives, for every pair of any matrix', () => {
  fc.assert(fc.property(matrices, (matrix) => expectTablesOf(matrix, visitPairsByBits)));
});

test('a matrix in which nobody holds anything has empty tables', () => {
  const matrix = { rows: 2, columns: 3, cells: Int8Array.of(UNKNOWN, ABSENT, LEFT_OUT, UNKNOWN, UNKNOWN, ABSENT) };
  expectTablesOf(matrix, visitPairsByBits);
});

test('whichever way is chosen for the size, the tables are the same', () => {
  const random = fc.sample(cells([-2, -1, 0, 1, 2]), { numRuns: 40 * 1000, seed: 1 });
  // 10 comparisons of rows, and 820: below and above the size from which bits pay.
  for (const rows of [4, 40]) {
    const matrix = { rows, columns: 1000, cells: Int8Array.from(random.slice(0, rows * 1000)) };
    expectTablesOf(matrix, visitPairs);
  }
});
