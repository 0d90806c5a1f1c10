import { beforeAll, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { questions, sizes } from './questions-in-two-sizes.ts';
import { useServer } from './running-server.ts';
import { recordStatements } from './statements.ts';

const database = useRecords(seeds);
// In the thread whose statements can be counted.
const server = useServer(database, { threadedFrom: Number.POSITIVE_INFINITY });

let sent: string[];
beforeAll(async () => {
  await server.dataOf('{ dataset { revision } }'); // the ledger has been read
  sent = recordStatements(database.pool);
});

async function costOf(query: string) {
  sent.length = 0;
  const data = await server.dataOf(`{ ${query} }`);
  return { statements: sent.length, sent: sent.join('\n'), size: JSON.stringify(data).length };
}

test.each(questions)(
  '%s: %d statements, whether 2 parties and 5 rows or 12 parties and 50 rows',
  async (_what, statements, ask) => {
    const few = await costOf(ask(sizes.few));
    const many = await costOf(ask(sizes.many));
    expect(few, few.sent).toMatchObject({ statements });
    expect(many, many.sent).toMatchObject({ statements });
    expect(many.size).toBeGreaterThan(few.size);
  },
);

test('the dataset: 3 statements', async () => {
  const dataset =
    'dataset { latestRevision { time } counts { stances documents } coverage { latest } verbGuide { verb } }';
  expect(await costOf(dataset)).toMatchObject({ statements: 3 });
});

test.each([
  ['documents', 1, 'documents(first: 60) { nodes { id } }'],
  ['passages', 1, 'document(key: "seed-gt-2022-02-04") { passages { nodes { id } } }'],
  ['stances', 0, 'stances(first: 60) { nodes { id } }'],
])('%s by their ids, two or many of them: %d statements', async (_what, statements, list) => {
  const data = await server.dataOf(`{ ${list} }`);
  const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
  const nodes = (some: unknown[]) =>
    `nodes(ids: ${JSON.stringify(some)}) { id ... on Document { title } ... on Passage { locator } }`;
  expect(await costOf(nodes(ids.slice(0, 2)))).toMatchObject({ statements });
  expect(await costOf(nodes(ids))).toMatchObject({ statements });
});

test('documents with their stances: as many statements for 50 documents as for 5', async () => {
  const ask = (first: number) =>
    `documents(first: ${first}) { nodes { title stances(inForce: false) { nodes { key } } } }`;
  expect((await costOf(ask(50))).statements).toBe((await costOf(ask(5))).statements);
});
