import { beforeAll, describe, expect, test } from 'vitest';
import type { Agreement } from '#agreement/agreement.ts';
import { dayOf } from '#agreement/day.ts';
import { measures } from '#agreement/measures/measure.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { agreementIn } from '#comparison/comparison.ts';
import { intervalIn } from '#comparison/intervals.ts';
import { partyOf } from '#comparison/look-up.ts';
import { resolveScope, type ScopeRequest } from '#comparison/scope.ts';
import { agreementSeries, intervalAt, ownPoints, pointsWith, type SeriesPoint } from '#comparison/series/series.ts';
import type { SeriesUnit } from '#comparison/series/series-periods.ts';
import { catalogue } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { natoVotes } from './nato-votes.ts';
import { sideBySide, snapshotOf } from './snapshot-of.ts';

const database = useDatabase('seeded');
let snapshot: Snapshot;
beforeAll(async () => {
  await say(database, natoVotes, { source: 'votes' });
  snapshot = await snapshotOf(database);
});

const today = '2026-01-01';

interface Asked {
  readonly unit?: SeriesUnit;
  readonly scope?: ScopeRequest;
  readonly policy?: Partial<Policy>;
  readonly own?: number;
  readonly ledger?: Snapshot;
}

function seriesOf(
  keys: readonly string[],
  { unit = 'YEAR', scope = {}, policy, own = keys.length, ledger = snapshot }: Asked,
) {
  const question = {
    snapshot: ledger,
    parties: keys.map((key) => partyOf(ledger, key)),
    unit,
    from: null,
    scope: resolveScope(ledger, scope, { today: dayOf(today) }),
    policy: { ...defaultPolicy, ...policy },
  };
  return agreementSeries(question, own);
}

const both = ['CLAIM', 'ROLL_CALL'] as const;
const scopes: readonly [string, ScopeRequest][] = [
  ['votes', { kinds: ['ROLL_CALL'] }],
  ['claims', {}],
  ['both', { kinds: both }],
];
const policies: readonly Partial<Policy>[] = [
  ...measures.map((measure) => ({ measure })),
  { minimumShared: 3 },
  { unanimousRollCalls: 'EXCLUDE', neutral: 'EXCLUDE' },
  { weightlessBases: ['CONSENSUS'], blocs: 'DERIVED' },
];
const parties: readonly (readonly string[])[] = [
  ['TR', 'US'],
  ['nato', 'RU'],
  ['US', 'FR', 'nato', 'RU', 'TR', 'eu'],
];

function expectSame(found: Agreement, expected: Agreement) {
  const { result, ...counts } = expected;
  expect(found).toMatchObject(counts);
  if (result.value === null) expect(found.result).toEqual(result);
  else expect(found.result.value).toBeCloseTo(result.value, 12);
}

/** The plain way: the propositions of a period one by one, compared anew. */
function plainly(keys: readonly string[], { slice }: SeriesPoint, scope: ScopeRequest, policy: Partial<Policy>) {
  const { from, until } = slice.period;
  const last = Math.min(until - 1, dayOf(today));
  const kinds = scope.kinds ?? ['CLAIM'];
  const propositions = snapshot.propositions.list
    .filter(({ kind, rollCall }) =>
      kind === 'CLAIM' || rollCall === null
        ? kinds.includes('CLAIM')
        : kinds.includes('ROLL_CALL') && rollCall.tabledOn >= from && rollCall.tabledOn < until,
    )
    .map(({ key }) => key);
  return sideBySide(snapshot, keys, { ...scope, kinds, propositions, asOf: last }, policy);
}

describe.each(scopes)('of %s', (_what, scope) => {
  test.each(parties.map((keys) => [keys.join(', '), keys] as const))(
    '%s: each period is its agreement',
    (_keys, keys) => {
      for (const policy of policies) {
        const points = ownPoints(seriesOf(keys, { scope, policy }));
        if (policy.measure === 'AGREEMENT')
          expect(points.some(({ numbers }) => numbers.result.value !== null)).toBe(true);
        // Decades of claims are compared anew for every fourth year.
        for (const point of points.filter((_, index) => points.length < 30 || index % 4 === 0)) {
          const plain = plainly(keys, point, scope, policy);
          expectSame(point.numbers, agreementIn(plain));
          expect(intervalAt(point, 0.95)).toEqual(intervalIn(plain, 0.95));
        }
      }
    },
    60_000,
  );

  test('the order of the parties does not matter', () => {
    const keys = ['US', 'FR', 'nato', 'RU', 'TR'];
    const [one, other] = [keys, keys.toReversed()].map((order) => ownPoints(seriesOf(order, { scope })));
    for (const [index, point] of (one ?? []).entries()) expectSame(other?.[index]?.numbers as Agreement, point.numbers);
  });

  test('one against many is each of the pairs, over the periods of all', () => {
    const others = ['TR', 'RU', 'nato'];
    const series = seriesOf(['US', ...others], { scope, own: 1 });
    for (const [index, other] of others.entries()) {
      const alone = new Map(
        ownPoints(seriesOf(['US', other], { scope })).map((point) => [point.slice.period.label, point]),
      );
      const points = pointsWith(series, index + 1);
      expect(points.length).toBe(series.slices.length);
      for (const { slice, numbers } of points) {
        const same = alone.get(slice.period.label);
        if (same !== undefined) expectSame(numbers, same.numbers);
        else expect(numbers.result).toEqual({ value: null, reason: 'NO_SHARED_EVIDENCE' });
      }
    }
  });

  test('four hundred years later it is the same', () => {
    const keys = ['nato', 'RU', 'US'];
    const points = ownPoints(seriesOf(keys, { unit: 'QUARTER', scope }));
    const later = ownPoints(
      seriesOf(keys, { unit: 'QUARTER', scope: { ...scope, asOf: dayOf(today) + cycle }, ledger: shifted(snapshot) }),
    );
    expect(later.map(({ slice, numbers }) => [slice.period.from - cycle, numbers])).toEqual(
      points.map(({ slice, numbers }) => [slice.period.from, numbers]),
    );
  });
});

/** Days after which the calendar is the same again. */
const cycle = 146_097;

function shifted(ledger: Snapshot): Snapshot {
  const later = (day: number) => (Math.abs(day) === NEVER ? day : day + cycle);
  const { stances, absences, memberships, propositions } = ledger;
  return {
    ...ledger,
    // Nothing of what is remembered of the other one.
    digests: [...ledger.digests],
    stances: {
      ...stances,
      heldFrom: stances.heldFrom.map(later),
      heldUntil: stances.heldUntil.map(later),
      settled: { ...stances.settled, day: stances.settled.day.map(later) },
    },
    absences: { ...absences, day: absences.day.map(later) },
    memberships: memberships.map((one) => ({ ...one, from: later(one.from), until: later(one.until) })),
    propositions: catalogue(
      propositions.list.map((one) => ({
        ...one,
        rollCall: one.rollCall && { ...one.rollCall, tabledOn: later(one.rollCall.tabledOn) },
      })),
    ),
  };
}

test('a bloc is its members of the time', () => {
  // On 31 January 2020 France and Britain differed in the European Union; on 1 February Britain, and Russia, were outside and on the other side.
  const policy = { derivation: { rule: 'MAJORITY', minimumCoverage: 0.01 } } as const;
  const points = ownPoints(seriesOf(['eu', 'RU'], { unit: 'MONTH', scope: { kinds: ['ROLL_CALL'] }, policy }));
  const lastTwo = points
    .slice(-2)
    .map(({ slice, numbers }) => [slice.period.label, numbers.shared, numbers.result.value]);
  expect(lastTwo).toEqual([
    ['2020-01', 0, null],
    ['2020-02', 1, 0],
  ]);
});

test('sessions begin with their first roll call and end after the last', () => {
  const { slices } = seriesOf(['US', 'RU'], { unit: 'SESSION', scope: { kinds: ['ROLL_CALL'] } });
  for (const { period, comparison } of slices) {
    const days = snapshot.propositions.list.flatMap(({ rollCall }) =>
      rollCall?.series === period.label ? rollCall.tabledOn : [],
    );
    expect([period.from, period.until]).toEqual([Math.min(...days), Math.max(...days) + 1]);
    expect(comparison.propositions.length).toBeGreaterThan(0);
  }
});
