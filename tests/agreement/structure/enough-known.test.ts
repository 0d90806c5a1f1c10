import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHeld, type StanceMatrix, UNKNOWN } from '#agreement/stance-matrix.ts';
import { agreementSquare, distancesOf } from '#agreement/structure/agreement-square.ts';
import { classicalScaling } from '#agreement/structure/classical-scaling.ts';
import { enoughKnown } from '#agreement/structure/enough-known.ts';
import { groupsOf } from '#agreement/structure/groups.ts';
import { subsquare } from '#agreement/structure/square.ts';
import { matrices } from '../matrices.ts';
import { at, distances, indices, squareOf } from './squares.ts';

const even = (size: number) => new Int32Array(size);

test('everyone who is kept is known with the share of the others kept, and whoever is left out was not', () => {
  const shares = fc.constantFrom(0, 0.5, 1);
  fc.assert(
    fc.property(distances({ unknown: true }), shares, (square, share) => {
      const { kept, leftOut } = enoughKnown(square, share, even(square.size));
      for (const a of kept) {
        const known = kept.filter((b) => b !== a && !Number.isNaN(at(square, a, b)));
        expect(known.length).toBeGreaterThanOrEqual(share * (kept.length - 1));
      }
      for (const { known, others } of leftOut) expect(known).toBeLessThan(share * others);
      expect([...kept, ...leftOut.map(({ row }) => row)].sort((a, b) => a - b)).toEqual(indices(square.size));
    }),
  );
});

test('of parties that are known with equally few, the one that holds less goes, then the last', () => {
  const square = squareOf([], [0.1], [null, 0.1], [0.1, 0.1, 0.1]);
  expect(enoughKnown(square, 1, Int32Array.of(3, 3, 5, 3)).kept).toEqual([1, 2, 3]);
  expect(enoughKnown(square, 1, Int32Array.of(3, 3, 3, 3)).kept).toEqual([0, 1, 3]);
});

/** All that a matrix says of who stands with whom: the map and the groups of those that can be placed. */
function pictureOf(matrix: StanceMatrix) {
  const { square, held } = agreementSquare(matrix, 1);
  const { kept } = enoughKnown(square, 1, held);
  const known = distancesOf(subsquare(square, kept));
  return { kept, map: classicalScaling(known, 2, null), groups: groupsOf(known, null) };
}

const byCell = (matrix: StanceMatrix, change: (cell: number) => number): StanceMatrix => ({
  ...matrix,
  cells: matrix.cells.map((cell) => (isHeld(cell) ? change(cell) : cell)),
});

test('positions that are all mirrored, or all shifted, give the same picture to the last bit', () => {
  fc.assert(
    fc.property(matrices({ minRows: 2, maxRows: 7 }), (matrix) => {
      const picture = pictureOf(matrix);
      expect(pictureOf(byCell(matrix, (cell) => -cell))).toEqual(picture);
      const narrow = byCell(matrix, (cell) => Math.min(cell, 1));
      expect(pictureOf(byCell(narrow, (cell) => cell + 1))).toEqual(pictureOf(narrow));
    }),
  );
});

test('a party that shares nothing with anybody changes nothing', () => {
  const withLoner = matrices({ minRows: 1, maxRows: 6 }).chain((matrix) =>
    fc.tuple(fc.constant(matrix), fc.integer({ min: 0, max: matrix.rows })),
  );
  fc.assert(
    fc.property(withLoner, ([matrix, place]) => {
      const width = matrix.columns;
      const alone = new Int8Array(width).fill(UNKNOWN);
      const cells = Int8Array.from([
        ...matrix.cells.subarray(0, place * width),
        ...alone,
        ...matrix.cells.subarray(place * width),
      ]);
      const before = pictureOf(matrix);
      const after = pictureOf({ rows: matrix.rows + 1, columns: width, cells });
      if (before.kept.length < 2) return;
      expect(after.map).toEqual(before.map);
      expect(after.groups).toEqual(before.groups);
    }),
  );
});
