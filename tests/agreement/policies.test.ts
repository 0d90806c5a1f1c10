import { expect, test } from 'vitest';
import { applyPolicy, defaultPolicy, type Policy } from '#agreement/policy.ts';
import { ABSENT, LEFT_OUT } from '#agreement/stance-matrix.ts';
import { matrixOf } from './matrices.ts';

// A claim, a roll call, and a roll call on which every country voted alike.
const traits = {
  isRollCall: (column: number) => column > 0,
  unanimous: Uint8Array.of(0, 0, 1),
  hasAbsences: (column: number) => column === 1,
};
const out = LEFT_OUT;

/** What a policy makes of the three cells of one party. */
const seen = (line: string, policy: Partial<Policy>) => [
  ...applyPolicy(matrixOf(line), traits, { ...defaultPolicy, ...policy }).cells,
];

test('neutral positions are kept by default', () => {
  expect(seen('0 0 0', {})).toEqual([0, 0, 0]);
});

test('neutral positions can be left out of claims and roll calls', () => {
  expect(seen('0 0 0', { neutral: 'EXCLUDE' })).toEqual([out, out, out]);
  expect(seen('1 -1 2', { neutral: 'EXCLUDE' })).toEqual([1, -1, 2]);
});

test('an abstention can count as a vote against, a neutral claim cannot', () => {
  expect(seen('0 0 0', { neutral: 'COUNT_AS_OPPOSE' })).toEqual([0, -2, -2]);
});

test('unanimous roll calls can be left out, claims on which all agree cannot', () => {
  const everywhere = { ...traits, unanimous: Uint8Array.of(0, 1, 1) };
  const { cells } = applyPolicy(matrixOf('2 2 2'), everywhere, { ...defaultPolicy, unanimousRollCalls: 'EXCLUDE' });
  expect([...cells]).toEqual([2, out, out]);
});

test('a unanimous roll call is left out before its neutrals are counted as opposed', () => {
  expect(seen('0 0 0', { unanimousRollCalls: 'EXCLUDE', neutral: 'COUNT_AS_OPPOSE' })).toEqual([0, -2, out]);
});

test('absent and unknown stay what they are under every policy', () => {
  const before = [...matrixOf('A . A').cells];
  for (const neutral of ['KEEP', 'EXCLUDE', 'COUNT_AS_OPPOSE'] as const) {
    for (const unanimousRollCalls of ['INCLUDE', 'EXCLUDE'] as const) {
      expect(seen('A . A', { neutral, unanimousRollCalls })).toEqual(before);
    }
  }
});

test('the matrix itself is not changed', () => {
  const matrix = matrixOf('0 0 0');
  applyPolicy(matrix, traits, { ...defaultPolicy, neutral: 'EXCLUDE', unanimousRollCalls: 'EXCLUDE' });
  expect([...matrix.cells]).toEqual([0, 0, 0]);
});

test('propositions without recorded absences are left out by a measure that counts absences', () => {
  expect(seen('2 A 2', { measure: 'COINCIDENCE_2022' })).toEqual([out, ABSENT, out]);
});
