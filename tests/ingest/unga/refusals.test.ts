import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { type Changes, importFolder, importSample, refusalOf, replacing, sample, sampleWith } from './sample.ts';

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
    'a vote on an unknown roll call',
    { 'votes.csv': replacing('4004,Russia', '4005,Russia') },
    'votes.csv:31  found roll call 4005, expected one of the roll calls of roll_calls.csv',
  ],
  [
    'an issue and an absence of an unknown roll call',
    {
      'issues.csv': replacing('2400,di', '2399,di'),
      [absences]: replacing('4000,Namibia', '3999,Namibia'),
    },
    'issues.csv:7  found roll call 2399, expected one of the roll calls of roll_calls.csv',
    `${absences}:8  found roll call 3999, expected one of the roll calls of roll_calls.csv`,
  ],
  [
    'an unknown vote word',
    { 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,Yes') },
    'votes.csv:31  found vote: "Yes", expected one of yes, abstain, no',
  ],
  [
    'an unknown status',
    { [absences]: replacing('4000,Namibia,NA,absent', '4000,Namibia,NA,away') },
    `${absences}:8  found status: "away", expected one of absent, not_member`,
  ],
  [
    'an unknown country',
    { 'votes.csv': replacing('4004,Russia,RU', '4004,Narnia,NX') },
    'votes.csv:31  found country: "Narnia", country_code: "NX", expected a country of the crosswalk',
  ],
  [
    'a country with another code, as when NA is read as nothing',
    { 'votes.csv': replacing('2500,Namibia,NA', '2500,Namibia,') },
    'votes.csv:23  found country: "Namibia", country_code: "", expected the code NA for Namibia',
  ],
  [
    'a country with a code that has none',
    { 'votes.csv': replacing('1000,Zanzibar,,', '1000,Zanzibar,ZZ,') },
    'votes.csv:10  found country: "Zanzibar", country_code: "ZZ", expected no code for Zanzibar',
  ],
  [
    'a country that was not there at that date',
    { 'votes.csv': replacing('1191,China,CN', '1191,Taiwan,TW'), [absences]: replacing('1190,China', '12,China') },
    'votes.csv:16  found Taiwan on 1971-11-03, expected it before 1971-11-01, as the crosswalk has it',
    `${absences}:5  found China on 1946-12-07, expected it from 1971-10-01 on, as the crosswalk has it`,
  ],
  [
    'the same vote twice',
    { 'votes.csv': (text) => `${text}3,Russia,RU,no\n` },
    'votes.csv:32  found a second record of RU on roll call 3, expected one, as at votes.csv:3',
  ],
  [
    'two names of one party on one roll call',
    { 'votes.csv': (text) => `${text}2500,Germany,DE,abstain\n` },
    'votes.csv:32  found a second record of DE on roll call 2500, expected one, as at votes.csv:22',
  ],
  [
    'an absence of a party that voted',
    { [absences]: replacing('2501,Germany', '2502,Germany') },
    `${absences}:7  found a second record of DE on roll call 2502, expected one, as at votes.csv:25`,
  ],
  [
    'a roll call twice',
    { 'roll_calls.csv': (text) => `${text}3,1,1946-01-01,,,Again,,,\n` },
    'roll_calls.csv:19  found roll call 3 again, expected it once, as at roll_calls.csv:2',
  ],
  [
    'an issue of a roll call twice',
    { 'issues.csv': (text) => `${text}11,hr,Human rights\n` },
    'issues.csv:9  found issue un-human-rights of roll call 11 again, expected it once, as at issues.csv:4',
  ],
  [
    'an unknown issue',
    { 'issues.csv': replacing('2400,di', '2400,dis') },
    'issues.csv:7  found short_name: "dis", expected one of me, nu, di, hr, co, ec',
  ],
  [
    'an issue with the name of another',
    { 'issues.csv': replacing('11,hr,Human rights', '11,hr,Colonialism') },
    'issues.csv:4  found issue: "Colonialism", expected Human rights for hr',
  ],
  [
    'bad fields of a roll call, after a record over several lines',
    {
      'roll_calls.csv': replacing(
        '4001,58,2003-11-04,R/58/1,,Small arms,,,0',
        '4001,x,2003-11-31,R/58/1,,Small arms,2,,y',
      ),
    },
    'roll_calls.csv:15  found session: "x", expected the number of a session',
    'roll_calls.csv:15  found date: "2003-11-31", expected a day that exists, as 1971-10-25',
    'roll_calls.csv:15  found amend: "2", expected 1, 0 or nothing',
    'roll_calls.csv:15  found importantvote: "y", expected 1, 0 or nothing',
  ],
  [
    'bad numbers of roll calls',
    {
      'votes.csv': replacing('4004,Russia', '4004.0,Russia'),
      'issues.csv': replacing('3,co', '-3,co'),
      [absences]: replacing('4000,Namibia', '04000,Namibia'),
    },
    'issues.csv:2  found rcid: "-3", expected a whole number from 1',
    'votes.csv:31  found rcid: "4004.0", expected a whole number from 1',
    `${absences}:8  found rcid: "04000", expected a whole number from 1`,
  ],
  [
    'a record with a field too many',
    { 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,yes,no') },
    'votes.csv:31  found 5 fields, expected 4 fields',
  ],
  [
    'a quote that is never closed',
    { 'votes.csv': replacing('4004,Russia', '4004,"Russia') },
    'votes.csv:31  found a quote in the wrong place (Quote Not Closed: the parsing is finished with an opening quote at line 31), expected quotes as in RFC 4180',
  ],
  [
    'bytes that are not UTF-8',
    { 'votes.csv': (text) => Buffer.from(text.replace('’', "'"), 'latin1') },
    'votes.csv:1  found bytes that are not UTF-8, expected UTF-8 text',
  ],
  ['a missing file', { 'votes.csv': null }, 'DIR  found no file votes.csv, expected votes.csv or votes.csv.gz'],
  [
    'a file both packed and unpacked',
    { 'issues.csv.gz': Buffer.alloc(0) },
    'DIR  found issues.csv and issues.csv.gz, expected issues.csv or issues.csv.gz',
  ],
];

describe('files are refused, and nothing changes, for', () => {
  const database = useDatabase('seeded');

  test.each(cases.map(([what, changes, ...lines]) => [what, changes, lines] as const))(
    '%s',
    async (_, changes, lines) => {
      const before = await everything(database);
      expect(await refusalOf(database, changes)).toEqual(lines);
      expect(await everything(database)).toEqual(before);
    },
  );

  test('a folder that is not there', async () => {
    await expect(importFolder(database, '/nowhere')).rejects.toMatchObject({
      name: 'IngestError',
      message: '/nowhere cannot be read: there is no such folder.',
    });
  });

  test('a file in place of the folder', async () => {
    const file = `${sample}/votes.csv`;
    await expect(importFolder(database, file)).rejects.toMatchObject({
      name: 'IngestError',
      message: `${file} cannot be read: it is not a folder.`,
    });
  });
});

describe('of many problems', () => {
  const database = useDatabase('seeded');

  test('the first hundred are told, and how many there are', async () => {
    const unknownWords = `rcid,country,country_code,vote\n${'3,Russia,RU,maybe\n'.repeat(250)}`;
    const unknownRollCalls = Array.from({ length: 150 }, (_, index) => `${5000 + index},Namibia,NA,absent\n`);
    const folder = await sampleWith({
      'votes.csv': unknownWords,
      [absences]: `rcid,country,country_code,status\n${unknownRollCalls.join('')}`,
    });
    const outcome = await importFolder(database, folder);
    expect(outcome).toMatchObject({ status: 'REFUSED', total: 400 });
    expect(outcome.status === 'REFUSED' && outcome.problems.length).toBe(100);
  });

  test('those of every file are told, without those that only follow from a roll call that could not be read', async () => {
    const lines = await refusalOf(database, {
      'roll_calls.csv': replacing('3,1,1946-01-01', '3,1,1946-01-32'),
      'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,?'),
    });
    expect(lines).toEqual([
      'roll_calls.csv:2  found date: "1946-01-32", expected a day that exists, as 1971-10-25',
      'votes.csv:31  found vote: "?", expected one of yes, abstain, no',
    ]);
  });
});

describe('a ledger without the seed files', () => {
  const database = useDatabase('migrated');

  test('lacks the parties that they declare', async () => {
    const outcome = await importFolder(database, sample);
    expect(outcome).toMatchObject({
      status: 'REFUSED',
      total: 85,
      problems: expect.arrayContaining([
        {
          at: expect.stringMatching(/seeds\/unga\/crosswalk\.yml:\d+:\d+$/),
          found: 'party: "RU"',
          expected: 'a party of the ledger, or one that the crosswalk declares',
        },
      ]),
    });
  });

  test('can be given them when the files are known to be right, and only then', async () => {
    const given: string[] = [];
    const beforeComparison = async () => {
      given.push('seeds');
    };
    await importFolder(database, sample, { beforeComparison });
    expect(given).toEqual(['seeds']);
    await importFolder(database, await sampleWith({ 'votes.csv': '' }), { beforeComparison });
    expect(given).toEqual(['seeds']);
  });
});

describe('the order of columns', () => {
  const database = useDatabase('seeded');

  test('is free, and so are line ends, empty lines and files of other names', async () => {
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
});
