import { expect, test } from 'vitest';
import { useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Day {
  readonly day: string;
  readonly stances: number;
}

async function daysOf(parties: string[], scope: object = {}, policy: object = {}): Promise<readonly Day[]> {
  const { comparison } = await server.dataOf<{ comparison: { days: Day[] } }>(
    `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
      comparison(parties: $parties, scope: $scope, policy: $policy) { days { day stances } }
    }`,
    { parties, scope, policy },
  );
  return comparison.days;
}

/** The same, counted from the list of stances, page by page. */
async function counted(filter: object): Promise<readonly Day[]> {
  const counts = new Map<string, number>();
  for (let after: string | null = null; ; ) {
    const { stances }: Listed = await server.dataOf<Listed>(
      `query ($filter: StanceFilter!, $after: String) {
        stances(filter: $filter, inForce: false, first: 250, after: $after) { pageInfo { hasNextPage endCursor } nodes { heldFrom } }
      }`,
      { filter, after },
    );
    for (const { heldFrom } of stances.nodes) counts.set(heldFrom, (counts.get(heldFrom) ?? 0) + 1);
    if (!stances.pageInfo.hasNextPage) break;
    after = stances.pageInfo.endCursor;
  }
  return [...counts].map(([day, stances]) => ({ day, stances })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

interface Listed {
  readonly stances: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly heldFrom: string }[];
  };
}

test('are all on which a party took a position, each with how many, whatever day is looked at', async () => {
  const days = await daysOf(['CN', 'RU'], { asOf: '1990-01-01' });
  expect(days).toEqual(await counted({ parties: ['CN', 'RU'], kinds: ['CLAIM'] }));
  expect(days.at(-1)?.day.localeCompare('2022-02-04')).toBe(1);
});

test('are those of the scope', async () => {
  const scope = { kinds: ['ROLL_CALL'] };
  expect(await daysOf(['CN', 'US'], scope)).toEqual(await counted({ parties: ['CN', 'US'], ...scope }));
  const since = { issues: ['taiwan'], takenFrom: '2000-01-01' };
  expect(await daysOf(['CN', 'US'], since)).toEqual(
    await counted({ parties: ['CN', 'US'], kinds: ['CLAIM'], ...since }),
  );
});

test('of a bloc are also those of its members where these make its position', async () => {
  const recorded = await daysOf(['g7'], {}, { blocs: 'RECORDED' });
  expect(recorded).toEqual(await counted({ parties: ['g7'], kinds: ['CLAIM'] }));
  const members = ['CA', 'FR', 'DE', 'IT', 'JP', 'GB', 'US'];
  const derived = await daysOf(['g7'], {}, { blocs: 'DERIVED' });
  const days = new Map(derived.map(({ day, stances }) => [day, stances]));
  for (const { day, stances } of await counted({ parties: members, kinds: ['CLAIM'] }))
    expect(days.get(day), day).toBeGreaterThanOrEqual(stances);
});
