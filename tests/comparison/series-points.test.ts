import { beforeAll, expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import { dayOf } from '#agreement/day.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { selectColumns } from '#agreement/stance-matrix.ts';
import { partyOf } from '#comparison/look-up.ts';
import { resolveScope } from '#comparison/scope.ts';
import { agreementSeries, ownPoints, pointsWith } from '#comparison/series/series.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { useDatabaseWithRollCalls } from '../api/with-roll-calls.ts';
import { sideBySide, snapshotOf } from '../ledger/snapshot-of.ts';

const database = useDatabaseWithRollCalls();
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(database);
});

const asOf = dayOf('2026-01-01');
/** Sessions are of one body, and the ledger has roll calls of two. */
const ofAssembly = { kinds: ['ROLL_CALL'], rollCalls: { bodies: ['ASSEMBLY'] } } as const;

const seriesOf = (parties: readonly string[], own: number, unit: 'SESSION' | 'YEAR' | 'MONTH', policy: Policy) =>
  agreementSeries(
    {
      snapshot,
      parties: parties.map((key) => partyOf(snapshot, key)),
      unit,
      from: null,
      scope: resolveScope(snapshot, { ...ofAssembly, asOf }, { today: asOf }),
      policy,
    },
    own,
  );

const policies: readonly Policy[] = [
  defaultPolicy,
  { ...defaultPolicy, measure: 'COINCIDENCE_2022' },
  { ...defaultPolicy, neutral: 'EXCLUDE', unanimousRollCalls: 'EXCLUDE', measure: 'WEIGHTED_KAPPA' },
];

test.each(['SESSION', 'YEAR', 'MONTH'] as const)('each point by %s is the comparison of its roll calls', (unit) => {
  for (const policy of policies) {
    const series = seriesOf(['US', 'RU', 'CN'], 1, unit, policy);
    const whole = sideBySide(snapshot, ['US', 'RU', 'CN'], ofAssembly, policy);
    let propositions = 0;
    for (const [row, points] of [pointsWith(series, 1), pointsWith(series, 2)].entries()) {
      for (const { slice, numbers } of points) {
        const { comparison } = slice;
        propositions += comparison.propositions.length;
        const columns = comparison.propositions.map((ordinal) => whole.propositions.indexOf(ordinal));
        const { cells, ...size } = selectColumns(whole.policied, columns);
        const pair = [0, row + 1].map((at) => cells.subarray(at * size.columns, (at + 1) * size.columns));
        const two = { rows: 2, columns: size.columns, cells: Int8Array.from(pair.flatMap((of) => [...of])) };
        const { result, ...counts } = agreementOf(two, policy.measure, policy.minimumShared);
        expect({ value: numbers.result.value, shared: numbers.shared, same: numbers.same }).toEqual({
          value: result.value,
          shared: counts.shared,
          same: counts.same,
        });
      }
    }
    expect(propositions).toBeGreaterThan(0);
  }
});

test('the roll calls of the points are all of the comparison, each once', () => {
  const series = seriesOf(['US', 'RU'], 2, 'SESSION', defaultPolicy);
  const ordinals = ownPoints(series).flatMap(({ slice }) => slice.comparison.propositions);
  const { propositions } = sideBySide(snapshot, ['US', 'RU'], ofAssembly);
  expect(ordinals.toSorted((a, b) => a - b)).toEqual([...propositions]);
});
