import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualPage } from '#graphql/connection.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { today, useServer } from '../api/running-server.ts';
import { storeQuery } from '../stored-queries/store-query.ts';
import { useDatabase } from '../support/database.ts';
import { QuickHttp, type QuickRequest } from './quick-http.ts';
import type { RandomQuery } from './random-query.ts';

// By Node itself, as tests/api/running-server.ts does.
const load = createRequire(import.meta.url);
const { execute, parse, validate } = load('graphql') as typeof import('graphql');
const { createLoaders } = load('#graphql/context.ts') as typeof import('#graphql/context.ts');
const { schema } = load('#graphql/schema.ts') as typeof import('#graphql/schema.ts');
const { dayOf } = load('#agreement/day.ts') as typeof import('#agreement/day.ts');
const { openSnapshots } = load('#snapshot/snapshots.ts') as typeof import('#snapshot/snapshots.ts');
const { RandomQueries, randomNumbers } = load('./random-query.ts') as typeof import('./random-query.ts');
const { shapeErrors, walkedDocument } = load(
  '#graphql/execution/read-document.ts',
) as typeof import('#graphql/execution/read-document.ts');
const { usualLimits } = load('#server/limits/limits.ts') as typeof import('#server/limits/limits.ts');
const { maskErrorWith } = load('#server/mask-error.ts') as typeof import('#server/mask-error.ts');

/** Queries in the suite. More with `CONCORD_TEST_QUERIES=20000`, others with `CONCORD_TEST_SEED=7`. */
const wanted = Number(process.env.CONCORD_TEST_QUERIES ?? 2_000);
const seed = Number(process.env.CONCORD_TEST_SEED ?? 1);
const times = 5;
/** So many are under way together, so that the server has something to do while one waits for the database. */
const atATime = 4;
/** Each of so many is stored and asked as a stored query too. */
const storedEvery = 10;

const database = useDatabase('seeded');
const silent = pino({ level: 'silent' });
const server = useServer(database, { logger: silent, limits: { rateLimit: 0 } });

let snapshots: Snapshots;
let snapshot: Snapshot;
beforeAll(() => {
  // Nobody reads where the errors of random queries were made, and finding it out would take longer than what fails.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  return () => void Object.assign(Error, { stackTraceLimit });
});
beforeAll(async () => {
  snapshots = openSnapshots(database.url, () => {});
  snapshot = await snapshots.newest();
});
afterAll(() => snapshots.close());

const mask = maskErrorWith(silent);

interface Asked extends RandomQuery {
  readonly document: DocumentNode;
  readonly number: number;
}

/** What graphql-js answers, with its errors as clients see them. */
async function reference({ document, variables }: Asked): Promise<string> {
  const contextValue = {
    database,
    caller: null,
    snapshots,
    snapshot,
    today: dayOf(today),
    loaders: createLoaders(database, snapshot.revision),
    pageSizes: usualPage,
    engine: null,
    destinations: [],
  };
  const result = await execute({ schema, document, contextValue, variableValues: variables });
  return comparable(JSON.parse(JSON.stringify({ ...result, errors: result.errors?.map(mask) })));
}

/** What is compared of an answer: data to the order of keys, and the errors. */
function comparable({ data = null, errors = [] }: ExecutionResult): string {
  return JSON.stringify([data, errors.map(({ extensions }) => String(extensions?.code))]);
}

/**
 * Where several things fail at once, those that are told depend on which was first; what they take with them does not. So the data have to be equal, and
 * with errors at least one of their codes.
 */
function isSame(found: string, expected: string): boolean {
  if (found === expected) return true;
  const [[data, codes], [expectedData, expectedCodes]] = [JSON.parse(found), JSON.parse(expected)];
  const isEqual = JSON.stringify(data) === JSON.stringify(expectedData);
  return isEqual && codes.some((code: string) => expectedCodes.includes(code));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const post = (body: object): QuickRequest => ({ url: new URL(server.url()), body });
const get = (parameters: Readonly<Record<string, unknown>>): QuickRequest => {
  const url = new URL(server.url());
  for (const [name, value] of Object.entries(parameters))
    url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return { url };
};

/** All ways in which a question can be put, once its text is known by its hash. */
const transports: readonly [string, (question: RandomQuery) => QuickRequest][] = [
  ['POST of the text', post],
  ['GET of the text', ({ query, variables }) => get({ query, variables })],
  ['POST of the hash', ({ query, variables }) => post({ documentId: `sha256:${hashOf(query)}`, variables })],
  ['GET of the hash', ({ query, variables }) => get({ documentId: `sha256:${hashOf(query)}`, variables })],
  ['GET by the handshake', ({ query, variables }) => get({ extensions: persisted(query), variables })],
];
const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

/** The last of several answers to a stored query. */
async function askStored(http: QuickHttp, { query, variables }: RandomQuery, name: string): Promise<string> {
  await storeQuery(database, { name, document: query, variables });
  const url = new URL(`/q/${name}.json`, server.url());
  let answer = '';
  for (let time = 0; time < times; time++) [answer = ''] = await http.ask([{ url }]);
  return answer;
}

/** Valid queries that the server admits; it has seen each of them once, with its hash. */
async function* questions(): AsyncGenerator<Asked> {
  const http = await QuickHttp.open(new URL(server.url()));
  const random = new RandomQueries(schema, randomNumbers(seed));
  for (let number = 0; number < wanted; ) {
    const question = random.next();
    const document = parse(question.query);
    // Half of them are too large; to ask the server would only take longer.
    if (shapeErrors(walkedDocument(document), usualLimits).length > 0 || validate(schema, document).length > 0)
      continue;
    const [admitted = ''] = await http.ask([post({ ...question, extensions: persisted(question.query) })]);
    if (/"code":"(QUERY_TOO_COSTLY|BAD_REQUEST)"/.test(admitted)) continue;
    yield { ...question, document, number: number++ };
  }
}

test(`${wanted} random queries are answered as graphql-js answers them, five times by every transport`, async () => {
  const wrong: object[] = [];
  let [whole, stored] = [0, 0];
  const all = questions();
  // Without `return`, so that it goes on for the others when one has ended.
  const shared = { [Symbol.asyncIterator]: () => ({ next: () => all.next() }) };

  const askInTurn = async () => {
    const http = await QuickHttp.open(new URL(server.url()));
    for await (const asked of shared) {
      const { number, query, variables } = asked;
      const question = { query, variables };
      const expected = await reference(asked);
      // Nearly all answers to a question are the same bytes, which are looked at once.
      const right = new Set<string>();
      const note = (transport: string, text: string) => {
        if (right.has(text)) return;
        const found = comparable(JSON.parse(text));
        if (isSame(found, expected)) right.add(text);
        else wrong.push({ transport, ...question, ...difference(found, expected) });
      };
      const requests = transports.map(([, requestOf]) => requestOf(question));
      for (let time = 0; time < times; time++) {
        const answers = await http.ask(requests);
        transports.forEach(([transport], index) => void note(`${transport}, time ${time}`, answers[index] ?? ''));
      }
      if (number % storedEvery === 0) {
        const answer = await askStored(http, question, `random-${number}`);
        // The table of a stored query has other rules, on the names of its columns.
        if (!answer.includes('INVALID_STORED_QUERY')) {
          note('stored query', answer);
          stored++;
        }
      }
      if (expected.endsWith(',[]]')) whole++;
      if (wrong.length > 2) break;
    }
  };
  await Promise.all(Array.from({ length: atATime }, askInTurn));
  expect(wrong).toEqual([]);
  expect(whole).toBeGreaterThan(wanted / 2);
  expect(stored).toBeGreaterThan(wanted / storedEvery / 4);
}, 900_000);

/** Where two answers part. */
function difference(found: string, expected: string) {
  let at = 0;
  while (found[at] === expected[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 100);
  return { found: around(found), expected: around(expected) };
}
