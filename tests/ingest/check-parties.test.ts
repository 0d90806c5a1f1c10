import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { say } from './say.ts';
import { world } from './world.ts';

const database = useDatabase('migrated');

beforeAll(async () => {
  await say(database, world);
});

const problemsIn = (text: string) => check(database, { 'a.yaml': text });

/** NATO with Türkiye from 1952 until 1960, and something in line 6. */
const nato = (line: string) => `blocs:
  - key: nato
    name: NATO
    members:
      - { country: TR, from: 1952-02-18, until: 1960-01-01 }
      ${line}
`;

describe('a membership', () => {
  test.each([
    [
      'that overlaps another',
      '- { country: TR, from: 1959-12-31 }',
      'a.yaml:6:30  found TR in nato from 1959-12-31, which overlaps 1952-02-18 to 1960-01-01, expected one membership at a time',
    ],
    [
      'that ends on the day on which it begins',
      '- { country: CN, from: 1959-12-31, until: 1959-12-31 }',
      'a.yaml:6:49  found until 1959-12-31, expected a day after 1959-12-31',
    ],
    [
      'of a bloc',
      '- { country: nato, from: 1959-12-31 }',
      'a.yaml:6:20  found the bloc nato as a member, expected a country, or the bloc as a participant',
    ],
    [
      'of an unknown country',
      '- { country: Turkey, from: 1959-12-31 }',
      'a.yaml:6:20  found unknown party "Turkey", expected a party of the ledger, such as TR',
    ],
  ])('%s is a problem', async (_, line, problem) => {
    expect(await problemsIn(nato(line))).toEqual([problem]);
  });

  test('that begins on the first day after another is fine', async () => {
    expect(await problemsIn(nato('- { country: TR, from: 1960-01-01 }'))).toEqual([]);
  });

  // memberships.ts compares with those that begin before it alone, so the database refuses this one in words of its own.
  test('that overlaps a later one of another source is a problem', async () => {
    const outcome = await say(
      database,
      'blocs:\n  - { key: nato, name: NATO, members: [{ country: TR, from: 1950-01-01 }] }\n',
      { source: 'other' },
    );
    expect(outcome).toMatchObject({
      status: 'REFUSED',
      problems: [{ found: 'TR in nato from 1950-01-01, which overlaps from 1952-02-18' }],
    });
  });

  // No rule says so, so the database refuses it in words of its own.
  test('of a bloc in itself is a problem', async () => {
    const outcome = await say(
      database,
      'blocs:\n  - { key: nato, name: NATO, participants: [{ party: nato, from: 1950-01-01 }] }\n',
    );
    expect(outcome.status).toBe('REFUSED');
  });
});

describe('a party', () => {
  test('that is said twice is a problem, at the second place', async () => {
    expect(await problemsIn('countries:\n  - { key: FR, name: France }\n  - { key: FR, name: Frankreich }\n')).toEqual([
      'a.yaml:3:5  found party FR again, expected it once (first at a.yaml:2:5)',
    ]);
  });

  test('whose key differs from another of the same file by case alone is a problem', async () => {
    const text = 'blocs:\n  - { key: fr, name: Bloc }\ncountries:\n  - { key: FR, name: France }\n';
    expect(await problemsIn(text)).toHaveLength(1);
  });

  // once-each.ts looks up the key itself instead of the one in the ledger, so the database refuses it in words of its own.
  test('whose key differs from one of the ledger by case alone is a problem', async () => {
    expect(await problemsIn('blocs:\n  - { key: cn, name: Bloc }\n')).toEqual([
      'a.yaml:2:12  found party "cn" beside "CN", expected keys that differ in more than case',
    ]);
  });
});

describe('a signatory', () => {
  const document = (rest: string) =>
    `documents:\n  - { key: d, title: D, kind: TREATY, date: 2021-02-03, verification: VERIFIED, ${rest} }\n`;

  test('that nobody knows is a problem', async () => {
    expect(await problemsIn(document('signed: [ZZ], acceded: { Rusia: 2021-02-03 }'))).toEqual([
      'a.yaml:2:90  found unknown party "ZZ", expected a party of the ledger',
      'a.yaml:2:106  found unknown party "Rusia", expected a party of the ledger, such as RU',
    ]);
  });

  test('that both signed and acceded is a problem', async () => {
    expect(await problemsIn(document('signed: [CN], acceded: { CN: 2021-02-03 }'))).toEqual([
      'a.yaml:2:106  found signatory d | CN again, expected it once (first at a.yaml:2:90)',
    ]);
  });

  test('that acceded on no date is a problem', async () => {
    expect(await problemsIn(document('acceded: { CN: never }'))).toEqual([
      'a.yaml:2:96  found CN: "never", expected a date such as 2022-02-04',
    ]);
  });
});
