import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFiles } from '#ingest/check-files.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { filesOf } from './files.ts';

const database = useDatabase('migrated');

const document = (fields: string) => `documents:
  - { key: d, title: D, kind: TREATY, verification: VERIFIED, ${fields} }
`;

test.each<[string, string, readonly string[]]>([
  [
    'a key that the format does not have, with the nearest one',
    'countries:\n  - { key: FR, name: France, alias: [F] }\n',
    ['a.yaml:2:30  found unknown key "alias", expected aliases'],
  ],
  [
    'a list that the format does not have, with the nearest one',
    'country:\n  - { key: FR, name: France }\n',
    ['a.yaml:1:1  found unknown key "country", expected countries'],
  ],
  [
    'a value that is none of the possible ones, with the nearest one',
    document('date: 2021-02-03, precision: YEARS'),
    ['a.yaml:2:92  found precision: "YEARS", expected YEAR'],
  ],
  [
    'a value that is like none of the possible ones, with all of them',
    document('date: 2021-02-03, precision: roughly'),
    ['a.yaml:2:92  found precision: "roughly", expected one of DAY, MONTH, YEAR, APPROXIMATE'],
  ],
  [
    'a date that does not exist',
    document('date: 2021-02-30'),
    ['a.yaml:2:69  found date: "2021-02-30", expected a valid date'],
  ],
  [
    'a date in other words',
    document('date: 30 January 2021'),
    ['a.yaml:2:69  found date: "30 January 2021", expected a date such as 2022-02-04'],
  ],
  [
    'a field that is missing',
    document('note: N'),
    ['a.yaml:2:5  found date: nothing, expected a date such as 2022-02-04'],
  ],
  ['a field without a value', 'countries:\n  - key: FR\n    name:\n', ['a.yaml:3:10  found name: null, expected text']],
  [
    'an empty text',
    'issues:\n  - { key: x, name: " " }\n',
    ['a.yaml:2:21  found name: " ", expected text that is not empty'],
  ],
  ['a number instead of a text', 'issues:\n  - { key: x, name: 12 }\n', ['a.yaml:2:21  found name: 12, expected text']],
  ['a text instead of a list', 'countries: France\n', ['a.yaml:1:12  found countries: "France", expected a list']],
  ['a list instead of a mapping', '- France\n', ['a.yaml:1:1  found ["France"], expected a mapping']],
  [
    'a key of a country that is no code',
    'countries:\n  - { key: France, name: France }\n',
    ['a.yaml:2:12  found key: "France", expected ISO 3166 letters such as CN, four for a former country, or X-…'],
  ],
  [
    'a key that is no slug',
    'issues:\n  - { key: Taiwan Strait, name: Taiwan }\n',
    [
      'a.yaml:2:12  found key: "Taiwan Strait", expected a key of lower-case letters and digits, joined by single hyphens',
    ],
  ],
  [
    'the name of a local file instead of an address',
    document('date: 2021-02-03, addresses: [{ url: pages/d.html }]'),
    ['a.yaml:2:100  found url: "pages/d.html", expected an address that begins with http:// or https://'],
  ],
  [
    'a stance of a passage that is no key of a stance',
    'passages:\n  - { key: p, document: d, locator: l, kind: CALL, parties: [CN], stances: [CN on Taiwan] }\n',
    ['a.yaml:2:77  found stance: "CN on Taiwan", expected party--proposition--date'],
  ],
  [
    'text that is not YAML',
    'countries:\n  - { key: FR, name: France\n',
    ['a.yaml:3:1  found Flow map in block collection must be sufficiently indented and end with a }, expected YAML'],
  ],
  [
    'a key said twice',
    'issues:\n  - { key: x, key: y, name: X }\n',
    ['a.yaml:2:15  found Map keys must be unique, expected YAML'],
  ],
  ['a tab', 'countries:\n\t- x\n', ['a.yaml:2:1  found Tabs are not allowed as indentation, expected YAML']],
])('finds %s', async (_, text, lines) => {
  expect(await check(database, { 'a.yaml': text })).toEqual(lines);
});

test.each([
  ['an empty file', ''],
  ['a file of comments', '# Nothing yet.\n'],
])('finds nothing wrong with %s', async (_, text) => {
  expect(await check(database, { 'a.yaml': text })).toEqual([]);
});

test('reads the country code NO as text, with or without quotes', async () => {
  const countries = "countries:\n  - { key: NO, name: Norway }\n  - { key: 'SE', name: Sweden }\n";
  expect(await check(database, { 'a.yaml': countries })).toEqual([]);
});

test.each([
  ['stances.tsv', 'party\tfrom\nCN\t2022-02-04\n', 'a TSV file'],
  ['stances.XLSX', 'PK', 'an Excel file'],
])(
  'a file that is neither YAML nor CSV, %s, is named as what it is, with what would be read',
  async (name, text, what) => {
    const folder = await filesOf({ [name]: text });
    const { problems } = await checkFiles(database, [join(folder, name)]);
    expect(problems.map(problemLine)).toEqual([
      `${join(folder, name)}:1:1  found ${what}, which is neither YAML nor CSV, expected a YAML or CSV file (docs/importing.md explains both); roll calls of the UN are read by import unga --dir DIR and import undl FILE`,
    ]);
  },
);
