import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const database = useRecords(seeds);
const limits = { pageSize: 3, maxPageSize: 5 };
const usual = useServer(database);
const small = useServer(database, { limits });
/** Everything is executed in a thread. */
const threaded = useServer(database, { limits, threadedFrom: 0, queryThreads: 1 });

const keys = async (server: typeof usual, args: string) => {
  const { issues } = await server.dataOf<{ issues: { nodes: unknown[] } }>(`{ issues${args} { nodes { key } } }`);
  return issues.nodes.length;
};

test.each([
  ['here', () => small],
  ['in a thread', () => threaded],
])('a server may be set to other pages than another of the same process: %s', async (_, server) => {
  expect([await keys(server(), ''), await keys(server(), '(first: 5)')]).toEqual([3, 5]);
  expect(await server().errorOf('{ issues(first: 6) { totalCount } }')).toMatchObject({
    code: 'BAD_INPUT',
    message: 'first: found 6, expected a number from 0 to 5.',
  });
  expect(await keys(usual, '(first: 6)')).toBe(6);
});

test('a page that is not asked for costs what the server gives', async () => {
  const query = '{ stances { nodes { key } } }';
  const costs = [usual, small].map(async (server) => {
    await server.dataOf(query);
    return server.requests.at(-1)?.cost;
  });
  const [more, less] = await Promise.all(costs);
  expect(Number(more) - Number(less)).toBeGreaterThanOrEqual(47);
});
