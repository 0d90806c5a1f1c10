import { expect, test } from 'vitest';
import { agreementIn } from '#comparison/comparison.ts';
import { partyIfAny, partyOf } from '#comparison/look-up.ts';
import { sideBySide, snapshotOf } from '../ledger/snapshot-of.ts';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { say } from './say.ts';

const database = useDatabase('migrated');

const rollCall = (key: string, day: string, votes: readonly string[]) => `
  - key: ${key}
    kind: ROLL_CALL
    text: ${key}
    document: minutes
    rollCall: { body: Sample Council, session: 1, tabled: ${day}, scope: WHOLE }
    stances:
${votes.map((vote) => `      - { party: ${vote.split(' ')[0]}, from: ${day}, position: ${vote.split(' ')[1]}, basis: VOTE, confidence: HIGH }`).join('\n')}`;

const council = `
people:
  - { key: ann, name: Ann Able, note: Sits for the north. }
  - { key: bob, name: Bob Beck }
groups:
  - key: greens
    name: The Greens
    founded: 1980-01-13
    members:
      - { person: ann, from: 2020-01-01 }
documents:
  - { key: minutes, title: Minutes, kind: PARLIAMENT_VOTE, date: 2020-02-01, verification: VERIFIED }
propositions:${rollCall('alike', '2020-02-01', ['ann SUPPORT', 'bob SUPPORT'])}${rollCall('apart', '2020-02-02', ['ann SUPPORT', 'bob OPPOSE'])}
`;

test('files say who the people and groups are, and how they voted', async () => {
  expect(await check(database, { 'council.yaml': council })).toEqual([]);
  expect(await say(database, council)).toMatchObject({ status: 'REVISED' });
});

test('a group has persons as members, a bloc countries, a person nobody', async () => {
  const more = `
countries:
  - { key: FR, name: France }
blocs:
  - { key: bloc, name: A bloc, members: [{ country: ann, from: 2020-01-01 }] }
groups:
  - { key: reds, name: The Reds, members: [{ person: FR, from: 2020-01-01 }] }
  - { key: pinks, name: The Pinks, members: [{ person: reds, from: 2020-01-01 }] }
  - { key: Blues, name: The Blues }
`;
  expect(await check(database, { 'more.yaml': more.replace(/\n {2}- \{ key: Blues.*/, '') })).toEqual([
    'more.yaml:5:53  found the person ann as a member, expected a country, or the bloc as a participant',
    'more.yaml:7:54  found the country FR as a member, expected a person, or the group as a participant',
    'more.yaml:8:56  found the group reds as a member, expected a person, or the group as a participant',
  ]);
  expect(await check(database, { 'more.yaml': more })).toEqual([
    'more.yaml:9:12  found key: "Blues", expected a key of lower-case letters and digits, joined by single hyphens',
  ]);
});

test('a roll call is unanimous when all who voted did so alike, whatever they are', async () => {
  const snapshot = await snapshotOf(database);
  const shared = (unanimousRollCalls: 'INCLUDE' | 'EXCLUDE') =>
    agreementIn(sideBySide(snapshot, ['ann', 'bob'], { kinds: ['ROLL_CALL'] }, { unanimousRollCalls })).shared;
  expect([shared('INCLUDE'), shared('EXCLUDE')]).toEqual([2, 1]);
});

test('a person is named by name, but never in place of a country', async () => {
  await say(
    database,
    'people:\n  - { key: carla-georgia, name: Georgia }\n  - { key: carla-conti, name: Carla Conti }\n',
    {
      source: 'other',
    },
  );
  const snapshot = await snapshotOf(database);
  expect(partyIfAny(snapshot, 'conti, carla')?.key).toBe('carla-conti');
  expect(() => partyOf(snapshot, 'Georgia')).toThrow('GE');
});

test('the database refuses members of the wrong kind, too', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`INSERT INTO revision (author, source, message) VALUES ('a', 'b', 'c')`);
    const add = client.query(`INSERT INTO membership (bloc_id, member_id, "from", role, added_in)
      SELECT whole.id, part.id, '2021-01-01', 'MEMBER', (SELECT last FROM revision_counter) FROM party whole, party part WHERE whole.key = 'greens' AND part.key = 'greens'`);
    await expect(add).rejects.toMatchObject({ code: '23514' });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
