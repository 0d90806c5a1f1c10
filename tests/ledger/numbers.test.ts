import { beforeAll, describe, expect, test } from 'vitest';
import { measures } from '#agreement/measures/measure.ts';
import type { Policy } from '#agreement/policy.ts';
import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import { agreementIn, measuresIn } from '#comparison/comparison.ts';
import { evidenceIn } from '#comparison/evidence.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { seeds, useRecords } from '../support/database.ts';
import { sideBySide, snapshotOf } from './snapshot-of.ts';

const database = useRecords(seeds);
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(database);
});

const policies: Partial<Policy>[] = [
  {},
  { neutral: 'EXCLUDE' },
  { neutral: 'COUNT_AS_OPPOSE', unanimousRollCalls: 'EXCLUDE' },
  { minimumShared: 8 },
];
const groups = [
  ['CN', 'RU'],
  ['TR', 'SE'],
  ['CN', 'RU', 'US', 'DE', 'IN', 'nato'],
];

describe.each(measures)('%s of the seed files', (measure) => {
  test.each(policies)('is the sum of its evidence under %o', (policy) => {
    for (const parties of groups) {
      const comparison = sideBySide(snapshot, parties, {}, { ...policy, measure });
      const { value } = agreementIn(comparison).result;
      const contributions = evidenceIn(comparison).flatMap(({ contribution }) => contribution ?? []);
      if (value === null) expect(contributions).toEqual([]);
      else expect(contributions.reduce((sum, part) => sum + part)).toBeCloseTo(value, 9);
    }
  });

  test.each(policies)('is the same in the matrix and for each pair alone under %o', (policy) => {
    const parties = groups.at(-1) ?? [];
    const { values, shared } = agreementMatrix(sideBySide(snapshot, parties, {}, { ...policy, measure }));
    for (const [row, a] of parties.entries()) {
      for (const [column, b] of parties.entries()) {
        if (row === column) continue;
        const pair = agreementIn(sideBySide(snapshot, [a, b], {}, { ...policy, measure }));
        expect(shared[row]?.[column]).toBe(pair.shared);
        if (pair.result.value === null) expect(values[row]?.[column]).toBeNull();
        else expect(values[row]?.[column]).toBeCloseTo(pair.result.value, 12);
      }
    }
  });

  test('is the same when all measures are asked for at once', () => {
    const comparison = sideBySide(snapshot, ['CN', 'US'], {}, { measure });
    const [same] = measuresIn(comparison).filter((one) => one.measure === measure);
    expect(same?.result).toEqual(agreementIn(comparison).result);
  });
});

test('of one party there is no number, and the reason is said', () => {
  const comparison = sideBySide(snapshot, ['CN']);
  expect(agreementIn(comparison).result).toEqual({ value: null, reason: 'TOO_FEW_PARTIES' });
  expect(evidenceIn(comparison)).toEqual([]);
});
