import { expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { type Changes, importFolder, importSample, refusalOf, replacing, sample } from './sample.ts';

const database = useDatabase('seeded');
const absences = 'absences_1946_2015.csv';
const rollCallColumns = 'the columns rcid, session, date, unres, short, descr, amend, para, importantvote';

const cases: readonly (readonly [what: string, changes: Changes, ...lines: string[]])[] = [
  [
    'a column is missing',
    { 'roll_calls.csv': replacing(',amend,', ',') },
    `roll_calls.csv:1  found no column amend, expected ${rollCallColumns}`,
  ],
  [
    'a column too many',
    { 'issues.csv': 'rcid,short_name,issue,note\n' },
    'issues.csv:1  found a column "note", expected the columns rcid, short_name, issue',
  ],
  [
    'a misnamed column',
    { 'votes.csv': replacing('country_code,vote', 'country_code,voet') },
    'votes.csv:1  found no column vote, expected the columns rcid, country, country_code, vote',
    'votes.csv:1  found a column "voet", expected the columns rcid, country, country_code, vote',
  ],
  [
    'the same column twice',
    { [absences]: replacing('rcid,country,country_code,status', 'rcid,country,country_code,status,status') },
    `${absences}:1  found a second column status, expected the columns rcid, country, country_code, status`,
  ],
  [
    'an empty file',
    { 'issues.csv': '' },
    'issues.csv:1  found no column rcid, short_name, issue, expected the columns rcid, short_name, issue',
  ],
  [
    'bad fields of a roll call, after a record over several lines',
    {
      'roll_calls.csv': replacing(
        '4001,58,2003-11-04,R/58/1,,Small arms,,,0',
        '4001,x,2003-11-31,R/58/1,,Small arms,2,,y',
      ),
    },
    'roll_calls.csv:15  found session: "x", expected a session such as 77, S-32 or ES-11',
    'roll_calls.csv:15  found date: "2003-11-31", expected a valid date, such as 1971-10-25',
    'roll_calls.csv:15  found amend: "2", expected 1, 0 or an empty field',
    'roll_calls.csv:15  found importantvote: "y", expected 1, 0 or an empty field',
  ],
  [
    'bad numbers of roll calls',
    {
      'votes.csv': replacing('4004,Russia', '4004.0,Russia'),
      'issues.csv': replacing('3,co', '-3,co'),
      [absences]: replacing('4000,Namibia', '04000,Namibia'),
    },
    'issues.csv:2  found rcid: "-3", expected a whole number of at least 1',
    'votes.csv:31  found rcid: "4004.0", expected a whole number of at least 1',
    `${absences}:8  found rcid: "04000", expected a whole number of at least 1`,
  ],
  [
    'a record with a field too many',
    { 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,yes,no') },
    'votes.csv:31  found 5 fields, expected 4 fields',
  ],
  [
    'a quote that is never closed',
    { 'votes.csv': replacing('4004,Russia', '4004,"Russia') },
    'votes.csv:31  found a misplaced quote (Quote Not Closed: the parsing is finished with an opening quote at line 31), expected quoting as in RFC 4180',
  ],
  [
    'bytes that are not UTF-8',
    { 'votes.csv': (text) => Buffer.from(text.replace('’', "'"), 'latin1') },
    'votes.csv:29  found bytes that are not UTF-8 (F4 74), expected UTF-8 text',
  ],
  [
    'a missing file',
    { 'votes.csv': null },
    'DIR  found no file votes.csv, expected votes.csv or votes.csv.gz, or unvotes.csv or unvotes.csv.gz',
  ],
  [
    'a file both packed and unpacked',
    { 'issues.csv.gz': Buffer.alloc(0) },
    'DIR  found issues.csv and issues.csv.gz, expected issues.csv or issues.csv.gz',
  ],
];

test.each(cases.map(([what, changes, ...lines]) => [what, changes, lines] as const))(
  '%s is refused, and nothing changes',
  async (_, changes, lines) => {
    const before = await everything(database);
    expect(await refusalOf(database, changes)).toEqual(lines);
    expect(await everything(database)).toEqual(before);
  },
);

test('a folder that is not there is an error', async () => {
  await expect(importFolder(database, '/nowhere')).rejects.toMatchObject({
    name: 'IngestError',
    message: '/nowhere cannot be read: the folder does not exist.',
  });
});

test('a file in place of the folder is an error', async () => {
  const file = `${sample}/votes.csv`;
  await expect(importFolder(database, file)).rejects.toMatchObject({
    name: 'IngestError',
    message: `${file} cannot be read: it is not a folder.`,
  });
});

test('the order of columns is free, and so are line ends, empty lines and files of other names', async () => {
  const swapped = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\r\n\r\n');
  const outcome = await importSample(database, { 'votes.csv': swapped, 'un_parties.csv': 'anything' });
  expect(outcome).toMatchObject({ status: 'REVISED', changes: { stance: { added: 30 } } });
  expect(await importSample(database)).toEqual({ status: 'UNCHANGED', revision: 2 });
});
