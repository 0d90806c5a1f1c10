import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

async function found(list: string, search: string): Promise<string[]> {
  const rows = await server.everyRow<Keyed>(list, `search: ${JSON.stringify(search)}`, 'key');
  return rows.map(({ key }) => key);
}

test.each([
  ['an accent left out', 'parties', 'turkiye', ['TR']],
  ['an accent kept', 'parties', 'Türkiye', ['TR']],
  ['the other name', 'parties', 'Turkey', ['TR']],
  ['a letter left out', 'parties', 'Rusia', ['RU']],
  ['letters exchanged, twice', 'parties', 'Untied Kingdm', ['GB']],
  ['capitals', 'parties', 'NORTH KOREA', ['KP']],
  ['three letters', 'parties', 'CHN', ['CN']],
  ['an abbreviation', 'blocs', 'NATO', ['nato']],
  ['only a bloc when only blocs are asked', 'countries', 'NATO', []],
  ['letters exchanged', 'issues', 'Tawian', ['taiwan']],
  ['a word of the summary', 'issues', 'submarines', ['aukus']],
  ['every word', 'propositions', 'NATO enlargement', ['nato-stop-enlargement', 'nato-asia-pacific']],
  ['the beginning of a word', 'propositions', 'inalien', ['tw-inalienable']],
  ['an accent left out and a typo', 'documents', 'comunique Shanghai', ['us-cn-shanghai-1972']],
  ['the beginning of a symbol', 'documents', 'A/RES/74', ['a-res-74-154', 'a-res-74-41']],
  ['nothing', 'documents', 'zzzzzz', []],
  ['a hyphen and another name', 'propositions', 'one-China', ['tw-inalienable', 'tw-sole-government']],
  ['the same with what it is called', 'propositions', 'One China policy', ['tw-inalienable', 'tw-sole-government']],
  ['a synonym', 'propositions', 'NATO expansion', ['nato-asia-pacific', 'nato-stop-enlargement']],
  ['a noun for a verb, in American spelling', 'propositions', 'politicization', ['ni-sport']],
  ['American spelling', 'propositions', 'ideologized', ['nato-cold-war-approach']],
  ['a synonym of two words', 'propositions', 'unilateral sanctions', ['ni-unilateral-coercion']],
  ['no hyphen', 'issues', 'nonproliferation', ['nuclear-non-proliferation']],
  ['a hyphen left out', 'issues', 'Indo Pacific', ['indo-pacific-security']],
  ['a publisher', 'documents', 'Global Times', ['seed-gt-2022-02-04', 'cn-ru-fm-2022-02']],
  ['a publisher and words of the title', 'documents', 'Kremlin entering new era', ['cn-ru-js-2022-02-04']],
  ['words of a passage', 'passages', 'external interference threats', ['seed-c01']],
])('%s: %s with "%s"', async (_what, list, search, expected) => {
  expect(await found(list, search)).toEqual(expected);
});

test('what fits best comes first', async () => {
  expect((await found('propositions', 'Sweden'))[0]).toBe('nato-sweden');
  expect(await found('parties', 'Korea')).toEqual(['KP', 'KR']);
});

test('an order that is asked for goes before likeness', async () => {
  const rows = await server.everyRow<{ date: string }>('documents', 'search: "joint", orderBy: DATE_ASC', 'date');
  expect(rows.length).toBeGreaterThan(10);
  expect(rows).toEqual(rows.toSorted((a, b) => a.date.localeCompare(b.date)));
});

test.each(['parties', 'countries', 'blocs', 'issues', 'propositions', 'documents', 'passages'])(
  'a search of %s for nothing, or for more than 200 characters, is refused',
  async (list) => {
    for (const search of ['', '  ', 'x'.repeat(201)]) {
      const error = await server.errorOf(`query ($search: String) { ${list}(search: $search) { totalCount } }`, {
        search,
      });
      expect([error.code, error.path]).toEqual(['BAD_INPUT', [list]]);
    }
  },
);

test('signs that mean something to a database are only signs', async () => {
  for (const search of ["'; DROP TABLE party; --", '%', '_', '\\', '(', '"']) {
    expect(await found('documents', search)).toEqual([]);
  }
});
