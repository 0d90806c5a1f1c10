import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
const server = useServer(database);

/** Seven sessions of one vote each: China and Russia vote alike in the first three, Russia is absent from the fourth, and then they differ. */
const sessions = [1, 2, 3, 4, 5, 6, 7].map((session) => {
  const day = `200${session}-10-01`;
  const of = (party: string, position: string) =>
    `{ party: ${party}, from: ${day}, position: ${position}, basis: VOTE, confidence: HIGH }`;
  const russia = session === 4 ? '' : `, ${of('RU', session < 4 ? 'SUPPORT' : 'OPPOSE')}`;
  return `
  - key: s-${session}
    kind: ROLL_CALL
    text: The vote of session ${session}.
    rollCall: { body: ASSEMBLY, session: ${session}, tabled: ${day}, scope: WHOLE }
    stances: [${of('CN', 'SUPPORT')}, ${of('US', 'SUPPORT')}${russia}]
    absences: ${session === 4 ? `[{ party: RU, on: ${day} }]` : '[]'}`;
});

beforeAll(async () => {
  expect(await say(database, `propositions:${sessions.join('')}`, { source: 'votes' })).toMatchObject({
    status: 'REVISED',
  });
  await server.seen(2);
});

interface Turn {
  date: string;
  gap: number;
  levelBefore: number;
  levelAfter: number;
  valuesBefore: number;
  valuesAfter: number;
  point: { label: string; value: number };
  movers: List<{
    proposition: Keyed;
    moved: number;
    point: { label: string };
    cells: { party: Keyed; position: string }[];
  }>;
}

const turns = `turningPoints(penalty: $penalty, minimumValues: $minimumValues) {
  date gap levelBefore levelAfter valuesBefore valuesAfter point { label value }
  movers { totalCount nodes { proposition { key } moved point { label } cells { party { key } position } } }
}`;
const query = `query ($parties: [String!]!, $with: [String!], $penalty: Float, $minimumValues: Int) {
  agreementSeries(parties: $parties, with: $with, by: SESSION, scope: { kinds: [ROLL_CALL] }) { ${turns} with { party { key } ${turns} } }
}`;

interface Series {
  turningPoints: Turn[];
  with: { party: Keyed; turningPoints: Turn[] }[];
}

const seriesOf = async (args: Record<string, unknown>) =>
  (await server.dataOf<{ agreementSeries: Series }>(query, args)).agreementSeries;

test('the series 1, 1, 1, nothing, 0, 0, 0 turns in the fifth session, after a gap', async () => {
  const { turningPoints } = await seriesOf({ parties: ['CN', 'RU'] });
  expect(turningPoints).toHaveLength(1);
  const [turn] = turningPoints as [Turn];
  expect(turn).toMatchObject({
    ...{ date: '2005-10-01', point: { label: '5', value: 0 }, gap: 1 },
    ...{ levelBefore: 1, levelAfter: 0, valuesBefore: 3, valuesAfter: 3 },
  });
  // Each of the three votes on which they differ is a third of the change; those on which they agreed are what the old level was.
  expect(turn.movers.nodes.map(({ proposition, moved, point }) => [proposition.key, moved, point.label])).toEqual([
    ['s-5', -1 / 3, '5'],
    ['s-6', -1 / 3, '6'],
    ['s-7', -1 / 3, '7'],
    ['s-3', 0, '3'],
    ['s-2', 0, '2'],
    ['s-1', 0, '1'],
  ]);
  expect(turn.movers.nodes[0]?.cells).toEqual([
    { party: { key: 'CN' }, position: 'SUPPORT' },
    { party: { key: 'RU' }, position: 'OPPOSE' },
  ]);
});

test('a higher penalty, or more values to a level, leaves none', async () => {
  expect((await seriesOf({ parties: ['CN', 'RU'], penalty: 5 })).turningPoints).toEqual([]);
  expect((await seriesOf({ parties: ['CN', 'RU'], minimumValues: 4 })).turningPoints).toEqual([]);
});

test('one against many: each series has its own', async () => {
  const { turningPoints, with: others } = await seriesOf({ parties: ['CN'], with: ['US', 'RU'] });
  expect(turningPoints).toEqual([]);
  expect(others.map(({ party, turningPoints: own }) => [party.key, own.map(({ date }) => date)])).toEqual([
    ['US', []],
    ['RU', ['2005-10-01']],
  ]);
  // Only the two of the series are shown, though others are compared as well.
  expect(others[1]?.turningPoints[0]?.movers.nodes[0]?.cells.map(({ party }) => party.key)).toEqual(['CN', 'RU']);
});

test.each([
  [{ penalty: 0 }, 'penalty: found 0, expected a number from 0.1 to 100.'],
  [{ minimumValues: 0 }, 'minimumValues: found 0, expected 1 to 100.'],
])('%o is refused', async (args, message) => {
  expect(await server.errorOf(query, { parties: ['CN', 'RU'], ...args })).toMatchObject({ code: 'BAD_INPUT', message });
});
