import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, pairsOf } from '#agreement/agreement.ts';
import { agreementIndex, cohesionOver, riceIndex } from '#agreement/cohesion.ts';
import { positionDistance, weightedSum } from '#agreement/contingency.ts';
import { allRows, countsAt, tallyMembers } from '#agreement/member-tally.ts';
import { applyPolicy, applyPolicyToTally, defaultPolicy } from '#agreement/policy.ts';
import { isHeld, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf, pairsIn, rearranged, withOrder } from './matrices.ts';
import { expectSameValue } from './same-value.ts';

const tallyOf = (matrix: StanceMatrix) => tallyMembers(matrix, allRows(matrix), new Int32Array(matrix.columns));
const cohesion = (matrix: StanceMatrix, minimumShared = 1) =>
  cohesionOver(tallyOf(matrix), indices(matrix.columns), minimumShared);

const counts = (support: number, oppose: number, neutral: number) => ({
  ...{ support, oppose, neutral, spoke: support + oppose + neutral },
  ...{ members: support + oppose + neutral, absent: 0, weightless: 0 },
});

describe('by hand', () => {
  test('the index of Hix, Noury and Roland: 1 for all alike, 0 for thirds, its published form for what is between', () => {
    expect(agreementIndex(counts(30, 0, 0))).toBe(1);
    expect(agreementIndex(counts(10, 10, 10))).toBe(0);
    expect(agreementIndex(counts(60, 20, 20))).toBeCloseTo(0.4, 12); // (60 - ½·40) / 100
    expect(agreementIndex(counts(1, 1, 0))).toBe(0.25);
    expect(agreementIndex(counts(0, 0, 0))).toBeNull();
  });

  test("Rice's index: the difference of the sides among those that took one", () => {
    expect(riceIndex(counts(80, 20, 0))).toBeCloseTo(0.6, 12);
    expect(riceIndex(counts(80, 20, 1000))).toBeCloseTo(0.6, 12);
    expect(riceIndex(counts(5, 5, 1))).toBe(0);
    expect(riceIndex(counts(0, 0, 7))).toBeNull();
  });

  test('three members on three propositions', () => {
    // All for; two for and one neutral; one for, one against, one silent.
    const found = cohesion(matrixOf('2 2 2', '2 2 -2', '2 0 .'));
    expect(found.propositions).toBe(3);
    expectSameValue(found.agreementIndex, { value: (1 + (2 - 0.5) / 3 + 0.25) / 3 });
    expectSameValue(found.rice, { value: (1 + 1 + 0) / 3 });
    // d: 0 0 0; 0 ½ ½; 1.
    expect(found.comparisons).toBe(7);
    expectSameValue(found.pairAgreement, { value: 1 - 2 / 7 });
  });

  test('a proposition on which one member speaks says nothing of cohesion', () => {
    expect(cohesion(matrixOf('2 2', '. 2'))).toMatchObject({ propositions: 1, comparisons: 1 });
    expect(cohesion(matrixOf('2', '.')).agreementIndex).toEqual({ value: null, reason: 'NO_SHARED_EVIDENCE' });
  });

  test('too few propositions withhold every value and keep the counts', () => {
    const found = cohesion(matrixOf('2 2', '2 -2'), 3);
    for (const value of [found.agreementIndex, found.rice, found.pairAgreement, found.alpha])
      expect(value).toEqual({ value: null, reason: 'BELOW_MINIMUM_SHARED' });
    expect(found).toMatchObject({ propositions: 2, comparisons: 2 });
  });

  test('neutral members alone have no Rice index', () => {
    expect(cohesion(matrixOf('0', '0'))).toMatchObject({
      agreementIndex: { value: 1 },
      rice: { value: null, reason: 'ALL_NEUTRAL' },
      ricePropositions: 0,
    });
  });
});

describe('laws', () => {
  test('alpha and the mean over pairs are those of the matrix', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2 }), (matrix) => {
        const found = cohesion(matrix);
        if (found.propositions === 0) return;
        expectSameValue(found.alpha, agreementOf(matrix, 'ALPHA', 1).result);
        const pairs = pairsOf(matrix);
        const comparisons = pairs.reduce((sum, { table }) => sum + table.total, 0);
        const distance = pairs.reduce((sum, { table }) => sum + weightedSum(table, positionDistance), 0);
        expect(found.comparisons).toBe(comparisons);
        expectSameValue(found.pairAgreement, { value: 1 - distance / comparisons });
      }),
    );
  });

  test('where every member speaks on everything, the mean over pairs is their agreement', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2 }), (drawn) => {
        const matrix = { ...drawn, cells: drawn.cells.map((cell) => (isHeld(cell) ? cell : 0)) };
        if (matrix.columns === 0) return;
        expectSameValue(cohesion(matrix).pairAgreement, agreementOf(matrix, 'AGREEMENT', 1).result);
      }),
    );
  });

  test('values lie between 0 and 1, and members that all do the same give 1', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2 }), (matrix) => {
        const found = cohesion(matrix);
        const isOne = indices(matrix.columns).every((column) =>
          pairsIn(matrix).every(([a, b]) => {
            const [x, y] = [cellAt(matrix, a, column), cellAt(matrix, b, column)];
            return !isHeld(x) || !isHeld(y) || x === y;
          }),
        );
        for (const { value } of [found.agreementIndex, found.rice, found.pairAgreement]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          if (isOne) expect(value).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  test('the order of members and propositions does not matter', () => {
    fc.assert(
      fc.property(withOrder(matrices()), ({ matrix, rows, columns }) => {
        const [one, other] = [cohesion(matrix), cohesion(rearranged(matrix, rows, columns))];
        for (const name of ['agreementIndex', 'rice', 'pairAgreement', 'alpha'] as const)
          expectSameValue(other[name], one[name]);
      }),
    );
  });

  test('the Agreement Index of sides that are all taken is a quarter and three quarters of Rice', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (support, oppose) => {
        const group = counts(support, oppose, 0);
        if (group.spoke === 0) return;
        expect(agreementIndex(group)).toBeCloseTo(0.25 + 0.75 * (riceIndex(group) as number), 12);
      }),
    );
  });
});

test('a tally counts what its cohesion is computed from', () => {
  expect(countsAt(tallyOf(matrixOf('2', '1', 'A', '.', '0')), 0)).toEqual({
    ...counts(2, 0, 1),
    members: 5,
    absent: 1,
  });
});

test('a policy treats a tally as the matrix that was counted', () => {
  const policies = fc.record({
    neutral: fc.constantFrom('KEEP', 'EXCLUDE', 'COUNT_AS_OPPOSE'),
    unanimousRollCalls: fc.constantFrom('INCLUDE', 'EXCLUDE'),
  });
  fc.assert(
    fc.property(matrices(), policies, fc.infiniteStream(fc.boolean()), (matrix, chosen, coins) => {
      const policy = { ...defaultPolicy, ...chosen };
      const traits = indices(matrix.columns).map(() => ({
        rollCall: coins.next().value === true,
        unanimous: coins.next().value === true,
      }));
      const isRollCall = (column: number) => traits[column]?.rollCall === true;
      const unanimous = Uint8Array.from(traits, (one) => (one.rollCall && one.unanimous ? 1 : 0));
      const ofMatrix = tallyOf(applyPolicy(matrix, { isRollCall, unanimous, hasAbsences: () => true }, policy));
      expect(applyPolicyToTally(tallyOf(matrix), { isRollCall, unanimous }, policy)).toEqual(ofMatrix);
    }),
  );
});
