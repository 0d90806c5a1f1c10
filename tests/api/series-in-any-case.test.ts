import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const database = useDatabase('seeded');
const server = useServer(database);

const vote = (key: string, series: string) =>
  `  - { key: ${key}, kind: ROLL_CALL, text: A vote., rollCall: { body: UNGA, session: 76, series: ${series}, tabled: 2022-03-02, scope: WHOLE } }`;

beforeAll(async () => {
  await say(database, `propositions:\n${vote('one', 'ES-11')}\n${vote('two', 'S-32')}`, { source: 'votes' });
  await server.seen(2);
});

test.each([
  ['series: ["es-11"]', ['one']],
  ['series: ["Es-11", "s-32"]', ['one', 'two']],
  ['bodies: ["unga"]', ['one', 'two']],
])('{ %s } is named in any case', async (filter, keys) => {
  const { rollCalls } = await server.dataOf<{ rollCalls: { nodes: { key: string }[] } }>(
    `{ rollCalls(filter: { ${filter} }) { nodes { key } } }`,
  );
  expect(rollCalls.nodes.map(({ key }) => key).sort()).toEqual(keys);
});

test('a comparison says the series as the ledger has it', async () => {
  const { comparison } = await server.dataOf<{ comparison: object }>(
    '{ comparison(parties: ["CN"], scope: { rollCalls: { series: ["es-11"] } }) { scope { rollCalls { series } } } }',
  );
  expect(comparison).toEqual({ scope: { rollCalls: { series: ['ES-11'] } } });
});
