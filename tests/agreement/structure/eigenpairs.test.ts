import * as fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { eigenpairs } from '#agreement/structure/eigenpairs.ts';
import type { Square } from '#agreement/structure/square.ts';
import { at, distances, indices, squareOf } from './squares.ts';

const withDiagonal = (square: Square, diagonal: readonly number[]): Square => {
  const values = square.values.slice();
  for (const row of indices(square.size)) values[row * square.size + row] = diagonal[row] as number;
  return { size: square.size, values };
};

/** Symmetric matrices; those of few different numbers have equal eigenvalues, and fall into parts. */
const symmetric = fc
  .oneof(distances({ minSize: 1, maxSize: 12 }), distances({ minSize: 1, maxSize: 12, steps: 1 }))
  .chain((square) =>
    fc
      .array(fc.integer({ min: -2, max: 2 }), { minLength: square.size, maxLength: square.size })
      .map((diagonal) => withDiagonal(square, diagonal)),
  );

test('the eigenvectors are stretched by their eigenvalues, have length 1 and stand at right angles', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = eigenpairs(matrix, matrix.size);
      for (const [i, vector] of vectors.entries()) {
        for (const row of indices(matrix.size)) {
          const stretched = indices(matrix.size).reduce(
            (sum, b) => sum + at(matrix, row, b) * (vector[b] as number),
            0,
          );
          expect(stretched).toBeCloseTo((values[i] as number) * (vector[row] as number), 12);
        }
        for (const [j, other] of vectors.entries()) {
          const product = vector.reduce((sum, value, row) => sum + value * (other[row] as number), 0);
          expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
        }
      }
    }),
  );
});

test('the eigenvalues are those of ml-matrix, the largest first', () => {
  fc.assert(
    fc.property(symmetric, ({ size, values }) => {
      const rows = indices(size).map((row) => Array.from(values.subarray(row * size, (row + 1) * size)));
      const { realEigenvalues } = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
      const expected = realEigenvalues.sort((a, b) => b - a);
      for (const [i, value] of eigenpairs({ size, values }, 0).values.entries())
        expect(value).toBeCloseTo(expected[i] as number, 12);
    }),
  );
});

test('a matrix worked by hand: 2 and 1 beside it has 3 along the diagonal and 1 across', () => {
  const { values, vectors } = eigenpairs(withDiagonal(squareOf([], [1]), [2, 2]), 2);
  expect(Array.from(values)).toEqual([3, 1].map((value) => expect.closeTo(value, 14)));
  const [along, across] = vectors.map((vector) => (vector[0] as number) / (vector[1] as number));
  expect(along).toBeCloseTo(1, 14);
  expect(across).toBeCloseTo(-1, 14);
});

test('no matrix and the zero matrix have no direction of their own', () => {
  expect(eigenpairs({ size: 0, values: new Float64Array() }, 2)).toEqual({ values: new Float64Array(), vectors: [] });
  expect(Array.from(eigenpairs({ size: 3, values: new Float64Array(9) }, 0).values)).toEqual([0, 0, 0]);
});

test('a large matrix of a single difference has one eigenvalue, and what else there is is rounding', () => {
  // What 90 parties have when there is one vote: two camps at distance 1, centred.
  const camp = (row: number) => (row % 3 === 0 ? 1 : 0);
  const size = 90;
  const share = 1 / 3;
  const values = Float64Array.from({ length: size * size }, (_, cell) => {
    const [a, b] = [camp(Math.floor(cell / size)), camp(cell % size)];
    return (a - share) * (b - share);
  });
  const found = eigenpairs({ size, values }, 1);
  // 30 parties at 2/3 and 60 at -1/3: 30·4/9 + 60·1/9.
  expect(found.values[0]).toBeCloseTo(20, 12);
  expect(Math.max(...found.values.subarray(1).map(Math.abs))).toBeLessThan(1e-12);
  expect(Math.abs(found.vectors[0]?.[0] as number)).toBeCloseTo(2 / 3 / Math.sqrt(20), 12);
});
