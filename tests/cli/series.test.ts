import { expect, test } from 'vitest';
import { dayOf } from '#agreement/day.ts';
import { seriesPage, seriesSummary } from '#cli/compare/series-summary.ts';
import { askedSeries } from '#comparison/series/asked-series.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabaseWithRollCalls } from '../api/with-roll-calls.ts';

const database = useDatabaseWithRollCalls();
const server = useServer(database);

const asked = { parties: ['China', 'rus'], by: 'QUARTER' } as const;
const summarize = async (scope: object) =>
  seriesSummary(askedSeries(await buildSnapshot(database.url), { ...asked, scope }, { today: dayOf('2026-01-15') }));

test('the JSON says what the API says of the same series', async () => {
  const { asOf, asKnownAt, ...summary } = await summarize({});
  expect([asOf, asKnownAt]).toEqual(['2026-01-15', 2]);
  const { agreementSeries } = await server.dataOf<{
    agreementSeries: { turningPoints: { point: { label: string } }[] };
  }>(
    `{ agreementSeries(parties: ["CN", "RU"], by: QUARTER, scope: { asOf: "2026-01-15" }) {
      parties { key name } by measure revision
      points { label from until value reason shared same partial opposite }
      turningPoints { point { label } date gap levelBefore levelAfter }
    } }`,
  );
  const turningPoints = agreementSeries.turningPoints.map(({ point, ...turn }) => ({ ...point, ...turn }));
  expect(summary).toEqual({ ...agreementSeries, turningPoints });
  expect(summary.points.length).toBeGreaterThan(40);
});

test('the page has a line for each period, a gap with its reason', async () => {
  const summary = await summarize({ rollCalls: { bodies: ['ASSEMBLY'] } });
  expect(seriesPage(summary).slice(1)).toEqual([
    'AGREEMENT by QUARTER, as of 2026-01-15, revision 2.',
    '',
    '  2020-Q4   0.750 of 2',
    '  2021-Q1  -      NO_SHARED_EVIDENCE',
    '  2021-Q2  -      NO_SHARED_EVIDENCE',
    '  2021-Q3  -      NO_SHARED_EVIDENCE',
    '  2021-Q4   0.500 of 1',
  ]);
});
