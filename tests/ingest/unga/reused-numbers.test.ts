import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { importFolder, importSample, sampleWith } from './sample.ts';

const header = 'rcid,session,date,unres,short,descr,amend,para,importantvote';

/** A folder of a few roll calls alone. */
const folderOf = (rollCalls: readonly string[], votes: readonly string[] = []) =>
  sampleWith({
    'roll_calls.csv': `${[header, ...rollCalls].join('\n')}\n`,
    'votes.csv': `${['rcid,country,country_code,vote', ...votes].join('\n')}\n`,
    'issues.csv': null,
    'absences_1946_2015.csv': null,
  });

describe('a number that the ledger has for another roll call', () => {
  const database = useDatabase('seeded');

  beforeAll(async () => {
    await importSample(database);
  });

  test.each([
    [
      'of another year, without symbol and title',
      '1000,78,2023-12-04,,,,,,',
      'roll call 1000 of 2023-12-04 (session 78, no symbol, no title)',
      'that of 1963-12-03 (session 18, R/18/1900, "TO ADOPT THE RESOLUTION.")',
    ],
    [
      'of the same session, with another symbol and title',
      '4000,57,2002-12-05,R/57/2,,Something else,,,',
      'roll call 4000 of 2002-12-05 (session 57, R/57/2, "Something else")',
      'that of 2002-12-20 (session 57, R/57/1, "TRADE"',
    ],
    [
      'with a title that comes again each year',
      '4001,59,2004-11-04,R/59/1,,Small arms,,,',
      'roll call 4001 of 2004-11-04 (session 59, R/59/1, "Small arms")',
      'that of 2003-11-04 (session 58, R/58/1, "Small arms")',
    ],
  ])('%s is refused with its line and what the ledger has', async (_, line, found, expected) => {
    const before = await everything(database);
    const folder = await folderOf(['9001,78,2023-12-04,,,,,,', line]);
    const outcome = await importFolder(database, folder);
    expect(outcome).toMatchObject({
      status: 'REFUSED',
      total: 1,
      problems: [{ at: `${folder}/roll_calls.csv:3`, found, expected: expect.stringContaining(expected.slice(0, 40)) }],
    });
    expect(await everything(database)).toEqual(before);
  });

  test.each([
    ['another day of a placeholder', '1000,18,1963-12-05,R/18/1900,APARTHEID,TO ADOPT IT,0,0,1'],
    ['a symbol in another form, on another day', '4001,58,2003-12-04,A/RES/58/1,,Small arms and light weapons,,,0'],
    ['a symbol and a title where there were none', '4004,54,1999-11-03,R/54/7,,The law of the sea,,,'],
    ['another title', '4000,57,2002-12-20,R/57/1,,World trade,,,1'],
  ])('is that of a correction when it has %s', async (_, line) => {
    expect(await importFolder(database, await folderOf([line]), { dryRun: true })).toMatchObject({
      status: 'DRY_RUN',
      changes: { proposition: { added: 0, amended: 1, retired: 0 } },
    });
  });

  test('is one of its own where the one of the ledger was retired', async () => {
    const without = (text: string) =>
      text
        .split('\n')
        .filter((row) => !row.startsWith('4001,'))
        .join('\n');
    const changes = { 'roll_calls.csv': without, 'votes.csv': without, 'absences_1946_2015.csv': without };
    expect(await importSample(database, changes, { complete: true })).toMatchObject({ status: 'REVISED' });
    const folder = await folderOf(['4001,78,2023-12-04,,,,,,']);
    expect(await importFolder(database, folder)).toMatchObject({ status: 'REVISED' });
  });
});

describe('a roll call that is in the record twice', () => {
  const database = useDatabase('seeded');
  const states = ['Russia,RU', 'China,CN', 'India,IN', 'Iraq,IQ', 'Ukraine,UA'];
  const votes = (rcid: number, last = 'no') =>
    states.map((state, index) => `${rcid},${state},${index === 4 ? last : 'yes'}`);
  const warningsOf = async (rollCalls: readonly string[], cast: readonly string[]) => {
    const warnings: string[] = [];
    const folder = await folderOf(rollCalls, cast);
    const outcome = await importFolder(database, folder, { warn: (text) => warnings.push(text) });
    expect(outcome).not.toMatchObject({ status: 'REFUSED' });
    return warnings.map((warning) => warning.replaceAll(`${folder}/`, ''));
  };

  test('is told when it has the same day, symbol, title and votes', async () => {
    const twice = ['8001,78,2023-12-04,R/78/1,,Peace,,,', '8002,78,2023-12-04,A/RES/78/1,,Peace,,,'];
    expect(await warningsOf(twice, [...votes(8001), ...votes(8002)])).toEqual([
      'Warning: roll_calls.csv:3: unga-8002 seems to be unga-8001 again: the same day, symbol and title, 5 of 5 votes alike. Both are imported.',
    ]);
  });

  test('is told when the other one is in the ledger alone', async () => {
    expect(await warningsOf(['8003,78,2023-12-04,R/78/1,,Peace,,,'], votes(8003))).toHaveLength(2);
  });

  test('is told without symbol and title when the same day is in two sessions', async () => {
    const twice = ['8011,77,2023-09-01,,,,,,', '8012,78,2023-09-01,,,,,,'];
    expect(await warningsOf(twice, [...votes(8011), ...votes(8012)])).toEqual([
      'Warning: roll_calls.csv:3: unga-8012 seems to be unga-8011 again: the same day, no symbol and no title, another session, 5 of 5 votes alike. Both are imported.',
    ]);
  });

  test.each([
    ['another part of the text', ['8021,78,2023-12-05,R/78/2,,War,,,', '8022,78,2023-12-05,R/78/2,,War,,1,'], 'no'],
    ['other votes', ['8023,78,2023-12-06,R/78/3,,War,,,', '8024,78,2023-12-06,R/78/3,,War,,,'], 'yes'],
    ['neither symbol nor title in one session', ['8025,78,2023-12-07,,,,,,', '8026,78,2023-12-07,,,,,,'], 'no'],
    ['another symbol', ['8027,78,2023-12-08,R/78/4A,,War,,,', '8028,78,2023-12-08,R/78/4B,,War,,,'], 'no'],
  ])('is not one with %s', async (_, rollCalls, last) => {
    const [one = 0, other = 0] = rollCalls.map((line) => Number(line.slice(0, 4)));
    expect(await warningsOf(rollCalls, [...votes(one), ...votes(other, last)])).toEqual([]);
  });
});
