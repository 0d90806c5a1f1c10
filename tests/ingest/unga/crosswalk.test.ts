import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { crosswalkPath } from '#ingest/roll-calls/crosswalk/read-crosswalk.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import { useDatabase } from '../../support/database.ts';
import { filesOf } from '../files.ts';
import { everything } from '../standing.ts';
import { importFolder, importSample, sample } from './sample.ts';

describe('the crosswalk that comes with Concord', () => {
  const database = useDatabase('seeded');

  beforeAll(async () => {
    await importSample(database);
  });

  test.each([
    ['Russia in 1946', 'RU', 'unga-3'],
    ['the Federal Republic of Germany', 'DE', 'unga-2400'],
    ['the Federal Republic of Germany after unification', 'DE', 'unga-2500'],
    ['Germany', 'DE', 'unga-2502'],
    ['the German Democratic Republic', 'DDDE', 'unga-2400'],
    ['Czechoslovakia', 'CSHH', 'unga-11'],
    ["Yemen People's Republic", 'YDYE', 'unga-2400'],
    ['Yemen Arab Republic', 'X-YAR', 'unga-2400'],
    ['Zanzibar', 'X-ZANZIBAR', 'unga-1000'],
    ['Ukraine in 1963', 'UA', 'unga-1000'],
    ['Yugoslavia in 1946', 'YUCS', 'unga-3'],
    ['Yugoslavia in 2002', 'YUCS', 'unga-4000'],
    ['Yugoslavia in 2003', 'CSXX', 'unga-4001'],
    ['Yugoslavia in June 2006', 'RS', 'unga-4002'],
    ['Taiwan in October 1971', 'TW', 'unga-1190'],
    ['China in November 1971', 'CN', 'unga-1191'],
    ['Namibia, whose code is NA', 'NA', 'unga-2500'],
    ['a country whose name is not plain ASCII', 'CI', 'unga-4002'],
  ])('%s is %s', async (_, party, rollCall) => {
    const { rows } = await database.pool.query(
      `SELECT FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
       WHERE party.key = $1 AND proposition.key = $2`,
      [party, rollCall],
    );
    expect(rows).toHaveLength(1);
  });

  test('adds the parties that the seed files do not have and leaves the others as they are', async () => {
    const { rows } = await database.pool.query(
      `SELECT key, iso3, name, party.added_in AS "addedIn" FROM party
       WHERE key IN ('CN', 'DDDE', 'FJ', 'YUCS', 'TW', 'X-YAR') ORDER BY key`,
    );
    expect(rows).toEqual([
      { key: 'CN', iso3: 'CHN', name: 'China', addedIn: 1 },
      { key: 'DDDE', iso3: 'DDR', name: 'East Germany', addedIn: 2 },
      { key: 'FJ', iso3: 'FJI', name: 'Fiji', addedIn: 2 },
      { key: 'TW', iso3: 'TWN', name: 'Taiwan', addedIn: 2 },
      { key: 'X-YAR', iso3: null, name: 'Yemen Arab Republic', addedIn: 2 },
      { key: 'YUCS', iso3: 'YUG', name: 'Yugoslavia', addedIn: 2 },
    ]);
    const amended = await database.pool.query('SELECT FROM amendment');
    expect(amended.rowCount).toBe(0);
  });
});

describe('a crosswalk with a mistake', () => {
  const database = useDatabase('seeded');

  const refusal = async (change: (text: string) => string) => {
    const folder = await filesOf({ 'crosswalk.yml': change(await readFile(crosswalkPath, 'utf8')) });
    const outcome = await importFolder(database, sample, { crosswalk: `${folder}/crosswalk.yml` });
    const problems = outcome.status === 'REFUSED' ? outcome.problems : [];
    return problems.map((problem) =>
      problemLine(problem)
        .replace(`${folder}/`, '')
        .replace(/:\d+:\d+ /, ' '),
    );
  };

  test.each<[string, (text: string) => string, string]>([
    [
      'an unknown key',
      (text) => text.replace('{ name: Namibia, code:', '{ name: Namibia, alias: N, code:'),
      'found unknown key "alias", expected one of name, code, party, from, until',
    ],
    [
      'a day that does not exist',
      (text) => text.replace('until: 1971-11-01', 'until: 1971-02-30'),
      'found until: "1971-02-30", expected a valid date, such as 2003-02-04',
    ],
    [
      'a party that nobody declares',
      (text) => text.replace('code: NA, party: NA', 'code: NA, party: NX'),
      'found party: "NX", expected a party of the ledger, or one that the crosswalk declares',
    ],
    [
      'two parties for one name at one time',
      (text) => text.replace('party: CSXX, from: 2003-02-04', 'party: CSXX, from: 2003-02-03'),
      'found Yugoslavia at a time that an entry above covers, expected one party at a time',
    ],
    [
      'a period that ends before it begins',
      (text) => text.replace('from: 2003-02-04, until: 2006-06-03', 'from: 2003-02-04, until: 2003-02-04'),
      'found until: 2003-02-04, expected a day after 2003-02-04',
    ],
    [
      'a party declared twice',
      (text) => text.replace('  - { key: FM,', '  - { key: FJ, name: Fiji }\n  - { key: FM,'),
      'found the party FJ again, expected it once',
    ],
    [
      'no YAML',
      (text) => text.replace('names:\n', 'names: [\n'),
      'found Block collections are not allowed within flow collections, expected YAML',
    ],
  ])('is refused: %s', async (_, change, line) => {
    const before = await everything(database);
    expect((await refusal(change))[0]).toBe(`crosswalk.yml  ${line}`);
    expect(await everything(database)).toEqual(before);
  });

  test('is an error when it is not there', async () => {
    await expect(importFolder(database, sample, { crosswalk: '/nowhere.yml' })).rejects.toMatchObject({
      name: 'IngestError',
      code: 'UNREADABLE',
    });
  });
});
