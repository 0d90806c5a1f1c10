import { beforeAll, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Party extends Keyed {
  name: string;
  kind: string;
}

const parties = (args = '', list = 'parties') => server.everyRow<Party>(list, args, 'key name kind');

let all: Party[];
beforeAll(async () => {
  all = await parties();
});

test('countries and blocs together, by name as a reader would look them up', () => {
  expect(all.length).toBe(167 + 15);
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')));
});

test('or by key', async () => {
  const keys = keysOf({ nodes: await parties('orderBy: KEY') });
  expect(keys).toEqual(keysOf({ nodes: all }).toSorted());
});

test('countries alone and blocs alone', async () => {
  expect(await parties('', 'countries')).toEqual(all.filter(({ kind }) => kind === 'COUNTRY'));
  expect(await parties('', 'blocs')).toEqual(all.filter(({ kind }) => kind === 'BLOC'));
});

test('only the members of a bloc, as of today', async () => {
  const { party } = await server.dataOf<{ party: { members: List<{ member: Keyed }> } }>(
    '{ party(key: "nato") { members(asOf: "2026-01-15") { totalCount nodes { member { key } } } } }',
  );
  const members = keysOf({ nodes: await parties('memberOf: "nato"') });
  expect(members.toSorted()).toEqual(party.members.nodes.map(({ member }) => member.key).toSorted());
  expect(members).toContain('SE');
});

test('the members of a bloc that is none are refused', async () => {
  const error = await server.errorOf('{ parties(memberOf: "natoo") { totalCount } }');
  expect([error.code, error.extensions?.closeMatches]).toEqual(['UNKNOWN_PARTY', ['nato']]);
});

test('issues by key or by name', async () => {
  interface Issue extends Keyed {
    name: string;
  }
  const byKey = await server.everyRow<Issue>('issues', '', 'key name');
  expect(keysOf({ nodes: byKey })).toEqual([
    'aukus',
    'democracy',
    'indo-pacific-security',
    'nato-enlargement',
    'non-interference',
    'nuclear-non-proliferation',
    'taiwan',
    'ukraine-war',
  ]);
  const byName = (await server.everyRow<Issue>('issues', 'orderBy: NAME', 'key name')).map(({ name }) => name);
  expect(byName).toEqual(byKey.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')));
});

test('an unknown key is null', async () => {
  const nothing = await server.dataOf(`{
    party(key: "Atlantis") { key } issue(key: "x") { key } proposition(key: "x") { key } document(key: "x") { key }
    stance(key: "cn--x--2000-01-01") { key } revision(number: 99) { number }
  }`);
  expect(nothing).toEqual({
    party: null,
    issue: null,
    proposition: null,
    document: null,
    stance: null,
    revision: null,
  });
});

test('a key with a NUL character is refused with its place', async () => {
  const query = 'query ($key: String!) { document(key: $key) { key } }';
  expect(await server.errorOf(query, { key: 'a\0b' })).toMatchObject({
    code: 'BAD_INPUT',
    message: '$key: found the character NUL (U+0000), expected text without NUL.',
  });
});
