import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf, pairsIn } from './matrices.ts';

test('same, partial and opposite together are every pair and proposition on which both hold a position', () => {
  fc.assert(
    fc.property(matrices(), (matrix) => {
      const both = pairsIn(matrix).flatMap(([a, b]) =>
        indices(matrix.columns).filter((c) => isHeld(cellAt(matrix, a, c)) && isHeld(cellAt(matrix, b, c))),
      );
      const { same, partial, opposite, shared } = agreementOf(matrix, 'AGREEMENT', 1);
      expect(same + partial + opposite).toBe(both.length);
      expect(shared).toBe(new Set(both).size);
    }),
  );
});

test.each([
  ['2', '2', 'same'],
  ['0', '0', 'same'],
  ['2', '1', 'partial'],
  ['2', '0', 'partial'],
  ['0', '-1', 'partial'],
  ['1', '-1', 'opposite'],
  ['2', '-1', 'opposite'],
  ['-2', '2', 'opposite'],
] as const)('%s against %s counts as %s', (a, b, kind) => {
  expect(agreementOf(matrixOf(a, b), 'AGREEMENT', 1)).toMatchObject({ same: 0, partial: 0, opposite: 0, [kind]: 1 });
});

test('absent and unknown are not positions', () => {
  const { same, partial, opposite, shared } = agreementOf(matrixOf('A . 0 0 2', 'A . A . 2'), 'AGREEMENT', 1);
  expect({ same, partial, opposite, shared }).toEqual({ same: 1, partial: 0, opposite: 0, shared: 1 });
});

test('the pairs behind ALPHA are those that share something', () => {
  const { pairs } = agreementOf(matrixOf('2 -2 .', '2 1 .', '. . 2', '. -2 -1'), 'ALPHA', 1);
  expect(pairs).toBe(4); // all but the first two with the third
});
