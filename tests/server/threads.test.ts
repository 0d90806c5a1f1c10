import { createRequire } from 'node:module';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Question } from '#graphql/execution/execute.ts';
import { RequestContext } from '#server/request-record.ts';
import type { QueryThreads } from '#server/threads/query-threads.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';

// By Node itself, as tests/api/running-server.ts does.
const load = createRequire(import.meta.url);
const { parse } = load('graphql') as typeof import('graphql');
const { walkedDocument } = load(
  '#graphql/execution/read-document.ts',
) as typeof import('#graphql/execution/read-document.ts');
const { ValidDocument } = load('#graphql/execution/documents.ts') as typeof import('#graphql/execution/documents.ts');
const { execute, answerJson } = load('#graphql/execution/execute.ts') as typeof import('#graphql/execution/execute.ts');
const { createLoaders } = load('#graphql/context.ts') as typeof import('#graphql/context.ts');
const { dayOf } = load('#agreement/day.ts') as typeof import('#agreement/day.ts');
const { openSnapshots } = load('#snapshot/snapshots.ts') as typeof import('#snapshot/snapshots.ts');
const limits = load('#server/limits/limits.ts') as typeof import('#server/limits/limits.ts');
const threads = load('#server/threads/query-threads.ts') as typeof import('#server/threads/query-threads.ts');

const database = useDatabase('seeded');
const everything =
  'query ($search: String) { countries(first: 250, search: $search) { nodes { key stances { nodes { key } } } } }';
/** Everything is executed in a thread. */
const server = useServer(database, { threadedFrom: 0 });

let snapshots: Snapshots;
beforeAll(async () => {
  snapshots = openSnapshots(database.url, () => {});
  await snapshots.newest();
});
afterAll(() => snapshots.close());

function open(timeout: number | (() => number)): QueryThreads {
  return new threads.QueryThreads({
    databaseUrl: database.url,
    pageSizes: limits.pageSizesOf(limits.usualLimits),
    limits: limits.documentLimitsOf(limits.usualLimits),
    destinations: [],
    get timeoutMs() {
      return typeof timeout === 'number' ? timeout : timeout();
    },
    logger: pino({ level: 'silent' }),
  });
}

function questionOf(text: string, variables: Record<string, unknown> = {}): Question {
  const [operation] = new ValidDocument(text, walkedDocument(parse(text))).operations;
  if (operation === undefined) throw new Error('expected an operation');
  return { operation, variables };
}

const contextOf = (today: number): RequestContext => {
  const { current } = snapshots;
  if (current === null) throw new Error('expected a snapshot');
  const loaders = createLoaders(database, current.revision);
  const pageSizes = limits.pageSizesOf(limits.usualLimits);
  const others = { caller: null, snapshots, pageSizes, engine: null as never, destinations: [] };
  return new RequestContext({ database, snapshot: current, loaders, today, ...others });
};

test('a query is answered in a thread as it is here, with documents from the database, and an error with its place', async () => {
  const questions = [
    '{ comparison(parties: ["CN", "RU"]) { revision rows { nodes { cells { stance { heldFrom citations { document { title } } } } } } } }',
    '{ party(key: "CN") { key } agreement(parties: ["XX", "CN"]) { value } }',
  ];
  for (const query of questions) {
    const here = await execute(questionOf(query), contextOf(dayOf('2026-01-15')));
    const there = await server.ask(query);
    const told = typeof here === 'string' ? JSON.parse(here) : JSON.parse(JSON.stringify(here));
    const [error] = told.errors ?? [];
    expect([there.data, there.errors?.[0]?.locations, there.errors?.[0]?.path]).toEqual([
      told.data,
      error?.locations,
      error?.path,
    ]);
  }
  expect(await server.errorOf(questions[1] ?? '')).toMatchObject({ code: 'UNKNOWN_PARTY' });
});

test('it knows of every revision at once', async () => {
  const count = '{ dataset { revision } }';
  const before = await server.dataOf<{ dataset: { revision: number } }>(count);
  const client = await database.pool.connect();
  await client.query(
    `BEGIN; INSERT INTO revision (author, source, message) VALUES ('test', 'test', 'Nothing'); COMMIT`,
  );
  client.release();
  await server.seen(before.dataset.revision + 1);
});

test('whether the answer depends on the day is seen there', async () => {
  const opened = open(100_000);
  const answer = async (query: string) => {
    const context = contextOf(dayOf('2026-01-15'));
    const json = answerJson(await opened.execute(questionOf(query), context, false));
    return [json.startsWith('{"data":'), context.dependsOnDay];
  };
  expect(await answer('{ comparison(parties: ["CN", "RU"], scope: { asOf: "2023-01-01" }) { revision } }')).toEqual([
    true,
    false,
  ]);
  expect(await answer('{ comparison(parties: ["CN", "RU"]) { revision rows { nodes { verdict } } } }')).toEqual([
    true,
    true,
  ]);
  await opened.close();
});

test('what takes too long is ended though it never waits, and the next one is answered', async () => {
  let timeoutMs = 20;
  const opened = open(() => timeoutMs);
  opened.begin(); // Otherwise the question would be late before there is a thread to take it.
  const context = contextOf(dayOf('2026-01-15'));
  await expect(opened.execute(questionOf(everything), context, false)).rejects.toMatchObject({
    extensions: { code: 'REQUEST_TIMEOUT' },
  });
  timeoutMs = 100_000;
  // At once, while the thread of the first one is still there.
  const next = await opened.execute(questionOf('{ __typename }'), context, false);
  expect(answerJson(next)).toBe('{"data":{"__typename":"Query"}}');
  await opened.close();
});

test('more than can wait are refused', async () => {
  const opened = open(100_000);
  const context = contextOf(0);
  const asked = Array.from({ length: 210 }, () =>
    opened.execute(questionOf('{ __typename }'), context, false).then(answerJson, (error) => error.extensions.code),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === 'BUSY').length).toBeGreaterThan(0);
  expect(answers.filter((answer) => answer === '{"data":{"__typename":"Query"}}').length).toBeGreaterThanOrEqual(200);
  await opened.close();
});

test('a document that is much work to validate is validated there, with the same errors', async () => {
  const fields = 'key '.repeat(150);
  expect(await server.dataOf(`{ party(key: "CN") { ${fields} } }`)).toEqual({ party: { key: 'CN' } });
  expect(await server.errorOf(`{ party(key: "CN") { ${fields} nothing } }`)).toMatchObject({
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: expect.stringContaining('nothing'),
  });
});
