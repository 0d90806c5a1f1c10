import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, pairsOf } from '#agreement/agreement.ts';
import { type EvidenceRow, evidenceOf } from '#agreement/evidence.ts';
import { countsAbsences, measures } from '#agreement/measures/measure.ts';
import {
  applyPolicy,
  defaultPolicy,
  type NotCountedReason,
  notCountedReasons,
  type Policy,
} from '#agreement/policy.ts';
import type { StanceMatrix } from '#agreement/stance-matrix.ts';
import { indices, matrices, matrixOf } from './matrices.ts';
import { expectWithin } from './same-value.ts';

type Traits = Parameters<typeof applyPolicy>[1];

/** A number and the evidence of it, as a policy makes them. */
function numberWithEvidence(matrix: StanceMatrix, traits: Traits, policy: Policy) {
  const policied = applyPolicy(matrix, traits, policy);
  const agreement = agreementOf(policied, policy.measure, policy.minimumShared);
  const leftOut = (column: number) => {
    if (policy.unanimousRollCalls === 'EXCLUDE' && traits.unanimous[column] === 1) return 'UNANIMOUS_ROLL_CALL';
    return countsAbsences(policy.measure) && !traits.hasAbsences(column) ? 'ABSENCES_NOT_RECORDED' : null;
  };
  const withheld = agreement.result.value === null;
  const rows = evidenceOf(policied, leftOut, policy.measure, policy.minimumShared, pairsOf(policied), withheld);
  return { agreement, rows: [...rows] };
}

const policies = fc.record({
  neutral: fc.constantFrom('KEEP' as const, 'EXCLUDE' as const, 'COUNT_AS_OPPOSE' as const),
  unanimousRollCalls: fc.constantFrom('INCLUDE' as const, 'EXCLUDE' as const),
  minimumShared: fc.integer({ min: 1, max: 4 }),
  weightlessBases: fc.constant([]),
});

const scopes = matrices().chain((matrix) =>
  fc
    .array(fc.constantFrom('CLAIM', 'ROLL_CALL', 'WITH_ABSENCES', 'UNANIMOUS'), {
      minLength: matrix.columns,
      maxLength: matrix.columns,
    })
    .map((kinds) => ({
      matrix,
      traits: {
        isRollCall: (column: number) => kinds[column] !== 'CLAIM',
        unanimous: Uint8Array.from(kinds, (kind) => Number(kind === 'UNANIMOUS')),
        hasAbsences: (column: number) => kinds[column] === 'WITH_ABSENCES',
      },
    })),
);

describe.each(measures)('the evidence of %s', (measure) => {
  test('sums to the value', () => {
    fc.assert(
      fc.property(scopes, policies, ({ matrix, traits }, policy) => {
        const { agreement, rows } = numberWithEvidence(matrix, traits, { ...defaultPolicy, ...policy, measure });
        if (agreement.result.value === null) return;
        const sum = rows.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
        expectWithin(sum, agreement.result.value, 1e-9);
      }),
    );
  });

  test('has a row for every pair and proposition, which contributes or says why not', () => {
    fc.assert(
      fc.property(scopes, policies, ({ matrix, traits }, policy) => {
        const { agreement, rows } = numberWithEvidence(matrix, traits, { ...defaultPolicy, ...policy, measure });
        expect(rows.map(({ a, b, column }) => [column, a, b])).toEqual(everyRow(matrix));
        for (const { notCounted, contribution } of rows) {
          if (notCounted === null) expect(contribution).toEqual(expect.any(Number));
          else expect(Object.keys(notCountedReasons)).toContain(notCounted);
          expect(contribution === null).toBe(notCounted !== null);
        }
        expect(rows.some(({ notCounted }) => notCounted === null)).toBe(agreement.result.value !== null);
      }),
    );
  });
});

const everyRow = ({ rows, columns }: StanceMatrix) =>
  indices(columns).flatMap((column) =>
    indices(rows).flatMap((a) => indices(rows).flatMap((b) => (a < b ? [[column, a, b]] : []))),
  );

const rollCall = { isRollCall: () => true, unanimous: Uint8Array.of(1), hasAbsences: () => true };
const claim = { isRollCall: () => false, unanimous: Uint8Array.of(0), hasAbsences: () => false };

test.each<[string, StanceMatrix, Traits, Partial<Policy>, NotCountedReason]>([
  ['nothing is known of one of the two', matrixOf('2', '.'), claim, {}, 'POSITION_MISSING'],
  ['one of the two was absent', matrixOf('2', 'A'), rollCall, {}, 'ABSENT'],
  ['every country voted alike', matrixOf('2', '2'), rollCall, { unanimousRollCalls: 'EXCLUDE' }, 'UNANIMOUS_ROLL_CALL'],
  ['the policy leaves neutrals out', matrixOf('2', '0'), claim, { neutral: 'EXCLUDE' }, 'NEUTRAL_EXCLUDED'],
  [
    'nobody recorded absences, which the measure counts',
    matrixOf('2', '2'),
    claim,
    { measure: 'COINCIDENCE_2022' },
    'ABSENCES_NOT_RECORDED',
  ],
  ['the pair shares too little', matrixOf('2', '2'), claim, { minimumShared: 2 }, 'PAIR_WITHHELD'],
  ['chance leaves nothing to disagree about', matrixOf('2', '2'), claim, { measure: 'ALPHA' }, 'PAIR_WITHHELD'],
])('a row does not count because %s', (_, matrix, traits, policy, reason) => {
  const { rows } = numberWithEvidence(matrix, traits, { ...defaultPolicy, ...policy });
  expect(rows).toEqual([{ a: 0, b: 1, column: 0, notCounted: reason, contribution: null } satisfies EvidenceRow]);
});

test('a row does not count because COINCIDENCE leaves neutrals aside', () => {
  const traits = { ...claim, unanimous: Uint8Array.of(0, 0) };
  const { rows } = numberWithEvidence(matrixOf('2 2', '2 0'), traits, { ...defaultPolicy, measure: 'COINCIDENCE' });
  expect(rows.map(({ notCounted, contribution }) => [notCounted, contribution])).toEqual([
    [null, 1],
    ['NEUTRAL_ASIDE', null],
  ]);
});

test('a row on which one of the two was absent counts as half in COINCIDENCE_2022', () => {
  const matrix = matrixOf('2 2 A A', '2 A 0 A');
  const { rows, agreement } = numberWithEvidence(
    matrix,
    { ...rollCall, unanimous: new Uint8Array(4) },
    { ...defaultPolicy, measure: 'COINCIDENCE_2022' },
  );
  expectWithin(agreement.result.value ?? Number.NaN, 2 / 3, 1e-12);
  expect(rows.map(({ notCounted }) => notCounted)).toEqual([null, null, null, 'ABSENT']);
  expect(rows[1]?.contribution).toBe(1 / 6);
});
