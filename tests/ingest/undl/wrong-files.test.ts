import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { assembly, csv, importFiles, refusalOf, rowsOf, votesOf } from './files.ts';

const database = useDatabase('seeded');

const rollCall = { undl_id: 7, date: '2022-03-02', session: 'ES-11', resolution: 'A/RES/ES-11/1', title: 'A title' };
const good = csv(assembly, rowsOf(rollCall, { USA: 'Y', RUS: 'N' }));

describe('a file is refused, and nothing changes,', () => {
  test.each<[string, string, string[]]>([
    [
      'for the header of version 1',
      'undl_id,ms_codes,ms_names,ms_votes,resolutions,title,modality,date\n',
      [
        'ga.csv:1  found the header of version 1 of the file (ms_codes, ms_names, ms_votes, resolutions), expected the newest version, downloaded in a browser from https://digitallibrary.un.org/record/4060887 (the General Assembly) or https://digitallibrary.un.org/record/4055387 (the Security Council)',
      ],
    ],
    [
      'for a column that is missing',
      good.replace('ms_vote,', 'vote,'),
      [
        'ga.csv:1  found no column ms_vote, expected the columns of the voting file of the General Assembly: undl_id, ms_code, ms_vote, date, resolution, session, title and others',
      ],
    ],
    [
      'for a header alone',
      `${good.split('\n', 1)[0]}\n`,
      ['ga.csv:1  found a header alone, expected a row for each vote below it'],
    ],
    [
      'for another mark',
      good.replace('STATE USA,Y', 'STATE USA,Yes'),
      ['ga.csv:2  found ms_vote: "Yes", expected Y, N, A, X, NV or an empty field'],
    ],
    [
      'for an unknown code',
      good.replace('7,USA', '7,USX'),
      ['ga.csv:2  found ms_code: "USX" (STATE USA), expected a code of the crosswalk'],
    ],
    [
      'for a session of no form',
      good.replaceAll('ES-11,A', 'eleven,A'),
      ['ga.csv:2  found session: "eleven", expected a session such as 77, S-32 or ES-11'],
    ],
    [
      'for a day that is none',
      good.replaceAll('2022-03-02', '2022-02-30'),
      ['ga.csv:2  found date: "2022-02-30", expected a valid date since the Charter, such as 2022-03-02'],
    ],
    [
      'for a day before there were United Nations',
      good.replaceAll('2022-03-02', '1822-03-02'),
      ['ga.csv:2  found date: "1822-03-02", expected a valid date since the Charter, such as 2022-03-02'],
    ],
    [
      'for a record without a number',
      good.replace('\n7,USA', '\n,USA'),
      ['ga.csv:2  found undl_id: "", expected the number of a record, such as 4076672'],
    ],
    [
      'for two days of one roll call',
      good.replace('RUS,STATE RUS,N,2022-03-02', 'RUS,STATE RUS,N,2022-03-03'),
      [
        'ga.csv:3  found 2022-03-03, A/RES/ES-11/1, ES-11 for the roll call 7, expected 2022-03-02, A/RES/ES-11/1, ES-11 as at line 2',
      ],
    ],
    ['for a row that is too short', `${good}7,FRA\n`, ['ga.csv:4  found 2 fields, expected 20 fields']],
    [
      'when it is empty',
      '',
      [expect.stringMatching(/^ga\.csv:1 {2}found an empty file, expected the newest version/)] as string[],
    ],
  ])('%s', async (_, content, problems) => {
    const before = await everything(database);
    expect(await refusalOf(database, { 'ga.csv': content })).toEqual(problems);
    expect(await everything(database)).toEqual(before);
  });

  test('for a state twice in one roll call, in another file too', async () => {
    const problems = await refusalOf(database, { 'ga.csv': good, 'again.csv': good });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(
      /^again\.csv:2 {2}found a second record of US on roll call 7, expected one, as at \S*ga\.csv:2$/,
    );
  });
});

const utf8 = Buffer.from(good);
test.each([
  [
    'another encoding',
    Buffer.from(good.replaceAll('A title', 'Année'), 'latin1'),
    2,
    'bytes that are not UTF-8 (E9 65)',
  ],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]), 1, 'UTF-16 text'],
  ['NUL', Buffer.from(good.replace('RUS,STATE', 'RUS,\0STATE')), 3, 'a NUL character'],
  ['a character cut off', Buffer.concat([utf8, Buffer.from([0xe2, 0x82])]), 4, 'bytes that are not UTF-8 (E2 82)'],
  ['NUL in a later chunk', Buffer.from(`${good}7,FRA,"${'€\n'.repeat(40_000)}\0`), 40_004, 'a NUL character'],
])('%s is refused with the line', async (_, content, line, found) => {
  const problems = await refusalOf(database, { 'ga.csv': content });
  expect(problems.at(-1)).toContain(`ga.csv:${line}  found ${found}, expected `);
});

test('a byte order mark, gzip, any order of columns and line breaks in fields are read; other columns are told', async () => {
  const columns = [...assembly].reverse();
  const text = csv(
    ['extra', ...columns],
    rowsOf({ ...rollCall, undl_id: 8, title: 'Over\ntwo lines' }, { USA: 'Y', RUS: 'N' }),
  );
  const warnings: string[] = [];
  const packed = gzipSync(Buffer.from(`\uFEFF${text}`));
  const outcome = await importFiles(database, { 'ga.csv.gz': packed }, { warn: (line) => warnings.push(line) });
  expect(outcome).toMatchObject({ status: 'REVISED' });
  expect(await votesOf(database, 'undl-8')).toEqual(['RU OPPOSE', 'US SUPPORT']);
  const { rows } = await database.pool.query("SELECT text FROM proposition WHERE key = 'undl-8'");
  expect(rows).toEqual([{ text: 'Over two lines' }]);
  expect(warnings).toEqual([expect.stringMatching(/ga\.csv\.gz has columns that are not read: extra\.$/)]);
});

test('a file that is not there is told', async () => {
  const { importUndl } = await import('#ingest/roll-calls/undl/import-undl.ts');
  await expect(importUndl(database, ['/nowhere.csv'], { author: 'a', message: 'b' })).rejects.toMatchObject({
    code: 'UNREADABLE',
    message: '/nowhere.csv cannot be read: the file does not exist.',
  });
});
