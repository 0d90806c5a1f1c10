import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnownQueries } from '#server/answer-known-query.ts';
import type { GraphqlServer } from '#server/create-yoga.ts';
import { useDatabase } from '../support/database.ts';

// By Node itself, as tests/api/running-server.ts does.
const load = createRequire(import.meta.url);
const { openSnapshots } = load('#ledger/snapshot/snapshots.ts') as typeof import('#ledger/snapshot/snapshots.ts');
const { createGraphqlServer } = load('#server/create-yoga.ts') as typeof import('#server/create-yoga.ts');
const { answerKnownQuery } = load('#server/answer-known-query.ts') as typeof import('#server/answer-known-query.ts');
const { openDocuments } = load(
  '#server/documents/open-documents.ts',
) as typeof import('#server/documents/open-documents.ts');
const { usualLimits } = load('#server/limits/limits.ts') as typeof import('#server/limits/limits.ts');
const { RateLimit } = load('#server/limits/rate-limit.ts') as typeof import('#server/limits/rate-limit.ts');
const { newRecord } = load('#server/request-record.ts') as typeof import('#server/request-record.ts');

const database = useDatabase('seeded');
const headers = { 'content-type': 'application/json' };
const request = { method: 'POST', url: '/graphql', headers, socket: { remoteAddress: '127.0.0.1' } } as IncomingMessage;

let yoga: GraphqlServer['yoga'];
let known: KnownQueries;
let close: () => Promise<void>;

beforeAll(async () => {
  const snapshots = openSnapshots(database.url, () => {});
  close = () => snapshots.close();
  const limits = { ...usualLimits, rateLimitStore: 'memory' as const };
  const rateLimit = new RateLimit(limits, database.pool);
  const documents = openDocuments([], limits);
  const logger = pino({ level: 'silent' });
  const server = createGraphqlServer({ database, snapshots, logger, limits, rateLimit, documents });
  await snapshots.newest();
  if (server.known === null) throw new Error('a server that takes texts knows queries');
  [yoga, known] = [server.yoga, server.known];
});
afterAll(() => close());

interface Question {
  readonly query: string;
  readonly variables?: object;
}

/** As Yoga answers; the third time it is a known query. */
async function askYoga(question: Question): Promise<string> {
  let text = '';
  for (let time = 0; time < 3; time++) {
    const init = { method: 'POST', headers, body: JSON.stringify(question) };
    const response = await yoga.fetch('http://127.0.0.1/graphql', init, { record: newRecord('one', request) });
    text = await response.text();
  }
  return text;
}

/** Asks by the short way; tells whether anything was done that had to be waited for. */
async function askShort(question: Question) {
  let waited = false;
  const inTime = (work: () => Promise<unknown>) => {
    waited = true;
    return work();
  };
  const body = Buffer.from(JSON.stringify(question));
  const answer = await answerKnownQuery(known, request, body, newRecord('one', request), inTime as never);
  return { answer, waited };
}

const sideBySide = `query ($parties: [String!]!, $scope: ScopeInput) {
  comparison(parties: $parties, scope: $scope) {
    agreement { value }
    rows { nodes { proposition { key text } verdict side since cells { party { key name } position value stance { id heldFrom } } } }
  }
}`;
const few = { parties: ['CN', 'RU'], scope: { propositions: ['nato-sweden'] } };

test('positions side by side are written in one go, as Yoga answers them', async () => {
  const question = { query: sideBySide, variables: { parties: ['CN', 'RU', 'US'] } };
  const expected = await askYoga(question);
  expect(JSON.parse(expected).data.comparison.rows.nodes.length).toBeGreaterThan(10);
  expect(await askShort(question)).toEqual({ answer: expected, waited: false });
});

test('what has to be waited for is not begun before its time runs', async () => {
  const question = {
    query: 'query ($number: Int!) { revision(number: $number) { number } }',
    variables: { number: 1 },
  };
  const expected = await askYoga(question);
  expect(JSON.parse(expected)).toEqual({ data: { revision: { number: 1 } } });
  expect(known.compiled.ofText(question.query)?.write).toBeNull();
  expect(await askShort(question)).toEqual({ answer: expected, waited: true });
});

test('of questions that arrive together, one that takes long is answered last', async () => {
  const brief = { query: sideBySide, variables: few };
  const long = { query: sideBySide, variables: { parties: (await everyParty()).slice(0, 60) } };
  await askYoga(brief);
  await askYoga(long);
  const order: string[] = [];
  const noted = async (name: string, question: Question) => {
    expect(typeof (await askShort(question)).answer).toBe('string');
    order.push(name);
  };
  await Promise.all([noted('first', brief), noted('long', long), noted('second', brief)]);
  expect(order).toEqual(['first', 'second', 'long']);
});

async function everyParty(): Promise<string[]> {
  const { data } = JSON.parse(await askYoga({ query: '{ parties(first: 250) { nodes { key } } }' }));
  return data.parties.nodes.map(({ key }: { key: string }) => key);
}

test('an alias that objects lose is answered every time', async () => {
  const query = '{ party(key: "CN") { __proto__: key } }';
  expect(await askYoga({ query })).toBe('{"data":{"party":{"__proto__":"CN"}}}');
});
