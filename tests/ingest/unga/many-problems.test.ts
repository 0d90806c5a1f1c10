import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { importFolder, refusalOf, replacing, sample, sampleWith } from './sample.ts';

const absences = 'absences_1946_2015.csv';

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
      'roll_calls.csv:2  found date: "1946-01-32", expected a valid date, such as 1971-10-25',
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
