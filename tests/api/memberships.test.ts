import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Membership {
  bloc: Keyed;
  member: Keyed;
  from: string;
  until: string | null;
  status: string;
  role: string;
}

async function list(party: string, field: 'members' | 'memberships', args: string): Promise<Membership[]> {
  const data = await server.dataOf<{ party: { list: List<Membership> } }>(
    `query ($party: String!) {
      party(key: $party) {
        list: ${field}(first: 100, ${args}) { totalCount nodes { bloc { key } member { key } from until status role } }
      }
    }`,
    { party },
  );
  const { totalCount, nodes } = data.party.list;
  expect(nodes.length).toBe(totalCount);
  return [...nodes];
}

const members = async (bloc: string, args: string) =>
  (await list(bloc, 'members', args)).map(({ member }) => member.key);

test.each([
  ['2022-02-04', 30],
  ['2023-04-03', 30],
  ['2023-04-04', 31],
  ['2024-03-06', 31],
  ['2024-03-07', 32],
  ['1949-04-03', 0],
])('on %s NATO had %d members', async (asOf, count) => {
  expect((await members('nato', `asOf: "${asOf}"`)).length).toBe(count);
});

test('the United Kingdom was in the European Union to the last day of January 2020', async () => {
  expect(await members('eu', 'asOf: "2020-01-31"')).toContain('GB');
  expect(await members('eu', 'asOf: "2020-02-01"')).not.toContain('GB');
  const [left] = (await list('GB', 'memberships', 'ever: true')).filter(({ bloc }) => bloc.key === 'eu');
  expect([left?.from, left?.until]).toEqual(['1973-01-01', '2020-02-01']);
});

test('Saudi Arabia in BRICS is unclear and shown only when asked for', async () => {
  expect(await members('brics', '')).not.toContain('SA');
  const asked = await list('brics', 'members', 'includeUnclear: true');
  expect(asked.find(({ member }) => member.key === 'SA')?.status).toBe('UNCLEAR');
});

test('the European Union takes part in the G7 without being a member', async () => {
  expect((await members('g7', '')).toSorted()).toEqual(['CA', 'DE', 'FR', 'GB', 'IT', 'JP', 'US']);
  const asked = await list('g7', 'members', 'includeParticipants: true');
  expect(asked.find(({ member }) => member.key === 'eu')?.role).toBe('PARTICIPANT');
});

test('a country has its blocs of the day, the earliest first', async () => {
  const blocs = async (asOf: string) =>
    (await list('FI', 'memberships', `asOf: "${asOf}"`)).map(({ bloc }) => bloc.key);
  expect(await blocs('1994-12-31')).toEqual([]);
  expect(await blocs('2023-04-03')).toEqual(['eu']);
  expect(await blocs('2023-04-04')).toEqual(['eu', 'nato']);
});

test('every membership that ever was or will be is known, whatever the day', async () => {
  expect((await list('nato', 'members', 'ever: true, asOf: "1900-01-01"')).length).toBe(32);
});

test('a country has no members, and nobody was a member before the first revision', async () => {
  expect(await members('CN', '')).toEqual([]);
  expect(await members('nato', 'asKnownAt: 0')).toEqual([]);
});
