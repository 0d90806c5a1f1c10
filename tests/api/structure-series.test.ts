import { expect, test } from 'vitest';
import { type Keyed, useServer } from './running-server.ts';
import { everybody, useDatabaseWithTwoCamps } from './with-two-camps.ts';

const server = useServer(useDatabaseWithTwoCamps());

interface Period {
  readonly label: string;
  readonly from: string;
  readonly until: string;
  readonly points: readonly { readonly party: Keyed; readonly coordinates: number[] }[];
  readonly alignment: { readonly with: string; readonly shared: number; readonly rootMeanSquare: number } | null;
  readonly structure: {
    readonly groups: readonly { readonly members: readonly { readonly party: Keyed }[] }[];
    readonly leftOut: readonly { readonly party: Keyed; readonly reason: string }[];
  };
}

async function periodsOf(variables: object): Promise<readonly Period[]> {
  const { structureSeries } = await server.dataOf<{ structureSeries: { periods: Period[]; revision: number } }>(
    `query ($parties: [String!], $by: StructureSeriesBy!, $from: Date, $until: Date, $dimensions: Int, $scope: ScopeInput) {
      structureSeries(parties: $parties, by: $by, from: $from, until: $until, dimensions: $dimensions, scope: $scope) {
        revision by
        periods {
          label from until points { party { key } coordinates } alignment { with shared rootMeanSquare }
          structure { groups { members { party { key } } } leftOut { party { key } reason } }
        }
      }
    }`,
    { parties: everybody, by: 'SESSION', dimensions: 1, scope: { rollCalls: { bodies: ['ASSEMBLY'] } }, ...variables },
  );
  expect(structureSeries.revision).toBe(2);
  return structureSeries.periods;
}

const placesOf = ({ points }: Period) =>
  Object.fromEntries(points.map(({ party, coordinates }) => [party.key, coordinates[0]]));
const close = (value: number) => expect.closeTo(value, 9);

test('each session has a structure of its own, and its map is shifted to where the same parties were before', async () => {
  const [first, second, ...more] = (await periodsOf({})) as [Period, Period];
  expect(more).toEqual([]);
  expect([first, second].map(({ label, from, until }) => [label, from, until])).toEqual([
    ['1', '2022-10-01', '2022-10-09'],
    ['2', '2023-10-09', '2023-10-13'],
  ]);
  expect(first.alignment).toBeNull();
  expect(placesOf(first)).toMatchObject({ US: close(0.5), IN: close(0), RU: close(-0.5) });
  expect(first.structure.leftOut).toMatchObject([{ party: { key: 'BR' }, reason: 'NO_POSITION' }]);
  // Alone, four would be at 1/2 and four at -1/2. The seven of before have their middle at 1/14 then, and had it at 0.
  const [one, other] = [close(1 / 2 - 1 / 14), close(-1 / 2 - 1 / 14)];
  expect(placesOf(second)).toEqual({ BR: other, BY: other, CA: one, CN: other, GB: one, IN: one, RU: other, US: one });
  // Six moved by 1/14, India by 6/14.
  expect(second.alignment).toEqual({ with: '1', shared: 7, rootMeanSquare: close(Math.sqrt(3 / 98)) });
  expect(second.structure.groups.map(({ members }) => members.map(({ party }) => party.key))).toEqual([
    ['BR', 'BY', 'CN', 'RU'],
    ['CA', 'GB', 'IN', 'US'],
  ]);
});

test('a map that would point the other way is mirrored', async () => {
  // Of two equally large camps that of the first key is on the positive side: Canada's in the first session, in the second, alone, Brazil's.
  const parties = ['CA', 'GB', 'CN', 'RU', 'IN', 'BR'];
  const [first, second] = (await periodsOf({ parties })) as [Period, Period];
  const [alone] = (await periodsOf({ parties, from: '2023-01-01' })) as [Period];
  expect([first, second, alone].map((period) => Math.sign(placesOf(period).CA ?? 0))).toEqual([1, 1, -1]);
});

test('without a map that shows something on every axis a period begins anew', async () => {
  // Both sessions are lines.
  expect((await periodsOf({ dimensions: 2 })).map(({ alignment }) => alignment)).toEqual([null, null]);
});

test('years are periods too, and those outside of the days asked for are left out', async () => {
  const by = 'YEAR';
  expect((await periodsOf({ by })).map(({ label }) => label)).toEqual(['2022', '2023']);
  expect((await periodsOf({ by, from: '2023-01-01' })).map(({ label }) => label)).toEqual(['2023']);
  expect((await periodsOf({ by, until: '2022-12-31' })).map(({ label }) => label)).toEqual(['2022']);
});

test('the series is the same whatever the order of the parties, and asked again', async () => {
  const asked = await periodsOf({});
  expect(await periodsOf({ parties: everybody.toReversed() })).toEqual(asked);
  expect(await periodsOf({})).toEqual(asked);
});
