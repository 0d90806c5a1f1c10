import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { say } from './say.ts';
import { world } from './world.ts';

const database = useDatabase('migrated');

beforeAll(async () => {
  await say(database, world);
});

/** The roll call of the world, tabled on 2005-12-01, with something in line 8. */
const rollCall = (line: string, tabled = '2005-12-01') => `propositions:
  - key: a-res-1
    kind: ROLL_CALL
    text: A resolution.
    issues: [taiwan]
    document: letter
    rollCall: { body: UNGA, session: 60, tabled: ${tabled}, scope: WHOLE }
    ${line}
`;
const vote = (from: string, rest = 'position: SUPPORT, basis: VOTE, confidence: HIGH') =>
  `stances: [{ party: CN, from: ${from}, ${rest} }]`;

const problemsIn = (text: string) => check(database, { 'a.yaml': text });

describe('a vote', () => {
  test('on the day of the roll call is fine', async () => {
    expect(await problemsIn(rollCall(vote('2005-12-01')))).toEqual([]);
  });

  test('before the roll call was tabled is a problem', async () => {
    expect(await problemsIn(rollCall(vote('2005-11-30')))).toEqual([
      'a.yaml:8:34  found a vote on 2005-11-30, expected 2005-12-01, the day of the roll call, or later',
    ]);
  });

  test.each([
    ['DAY', '2005-07-20', '2005-07-19'],
    ['MONTH', '2005-07-01', '2005-06-30'],
    ['APPROXIMATE', '2005-07-01', '2005-06-30'],
    ['YEAR', '2005-01-01', '2004-12-31'],
  ])(
    'is held against as much of the date of tabling as the precision %s makes true',
    async (precision, first, early) => {
      const tabled = `2005-07-20, precision: ${precision}`;
      expect(await problemsIn(rollCall(vote(first), tabled))).toEqual([]);
      expect(await problemsIn(rollCall(vote(early), tabled))).toEqual([
        `a.yaml:8:34  found a vote on ${early}, expected 2005-07-20, the day of the roll call, or later`,
      ]);
    },
  );

  test('has the basis VOTE and is no lean', async () => {
    const rest = 'position: LEAN_SUPPORT, basis: OWN_STATEMENT, confidence: HIGH';
    expect(await problemsIn(rollCall(vote('2005-12-01', rest)))).toEqual([
      'a.yaml:8:77  found OWN_STATEMENT, expected VOTE on a roll call',
      'a.yaml:8:56  found LEAN_SUPPORT, expected SUPPORT, NEUTRAL or OPPOSE on a roll call',
    ]);
  });

  test('cites nothing, because the document of the roll call shows it', async () => {
    const citations = 'citations: [{ document: letter, verification: VERIFIED }]';
    const rest = `position: SUPPORT, basis: VOTE, confidence: HIGH, ${citations}`;
    expect(await problemsIn(rollCall(vote('2005-12-01', rest)))).toEqual([
      'a.yaml:8:108  found a citation for a vote in a roll call, expected no citation, because the document of the roll call shows it',
    ]);
  });

  test('can be missed, but not before the roll call was tabled', async () => {
    expect(await problemsIn(rollCall('absences: [{ party: CN, on: 2005-12-01 }]'))).toEqual([]);
    expect(await problemsIn(rollCall('absences: [{ party: CN, on: 2005-11-30 }]'))).toEqual([
      'a.yaml:8:33  found an absence on 2005-11-30, expected 2005-12-01, the day of the roll call, or later',
    ]);
  });
});

test('a claim has nothing of a roll call', async () => {
  const lines = await problemsIn(rollCall('note: N').replace('ROLL_CALL', 'CLAIM'));
  expect(lines).toContain('a.yaml:7:15  found body of a claim, expected this field only on a ROLL_CALL');
});

test('a roll call is described', async () => {
  const lines = await problemsIn('propositions:\n  - { key: p, kind: ROLL_CALL, text: P. }\n');
  expect(lines).toContain('a.yaml:2:5  found a roll call without session, expected its session');
});
