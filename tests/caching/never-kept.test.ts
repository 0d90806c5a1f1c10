import { beforeAll, expect, test } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { keySecret } from '../writers/writer.ts';
import { ask } from './ask-again.ts';

const database = useDatabase('seeded');
const server = useServer(database, { keySecret, limits: { maxCost: 2_000 } });
let authorization = '';
beforeAll(async () => {
  authorization = `Bearer ${await createKey(database.pool, { name: 'ana', scopes: [], expiresAt: null }, keySecret)}`;
});

const query = '{ party(key: "CN") { name } }';

test.each([
  ['a text that is no GraphQL', { query: '{' }, 200],
  ['a document that does not fit the schema', { query: '{ foo }' }, 200],
  ['an argument that names nothing', { query: '{ comparison(parties: ["ZZ"]) { revision } }' }, 200],
  ['an error beside data', { query: '{ party(key: "CN") { name } nodes(ids: ["nonsense"]) { id } }' }, 200],
  [
    'too high a cost',
    { query: '{ stances(first: 250) { nodes { key previous { key } next { key } citations { locator } } } }' },
    400,
  ],
  ['an unknown document', { documentId: `sha256:${'0'.repeat(64)}` }, 404],
  ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }, 200],
  ['a mutation', { query: 'mutation { __typename }' }, 405],
  ['an operation that is not there', { query, operationName: 'Nobody' }, 400],
  ['no question', {}, 200],
])('%s is not kept', async (_what, parameters, status) => {
  const answer = await ask(server.url(), parameters, { accept: 'application/json' });
  expect(answer.body).toContain('"errors"');
  expect([answer.status, answer.etag, answer.cacheControl]).toEqual([status, '', 'no-store']);
});

test('what is asked with an API key is not kept, and never unchanged', async () => {
  const { etag } = await ask(server.url(), { query });
  const known = await ask(server.url(), { query }, { authorization, 'if-none-match': etag });
  expect([known.status, known.etag, known.cacheControl]).toEqual([200, '', 'no-store']);
  expect(known.body).toContain('China');
});

test('a key that is of no use is told so, whatever the client has', async () => {
  const { etag } = await ask(server.url(), { query });
  const refused = await ask(server.url(), { query }, { authorization: 'Bearer nonsense', 'if-none-match': etag });
  expect([refused.status, refused.etag, refused.cacheControl]).toEqual([401, '', 'no-store']);
});

test.each([
  ['by itself', '{ exports { totalCount } }'],
  ['beside what could be', '{ party(key: "CN") { name } ...Rest } fragment Rest on Query { exports { totalCount } }'],
])('what changes without a revision is not kept, %s', async (_how, text) => {
  const { status, etag, cacheControl } = await ask(server.url(), { query: text });
  expect([status, etag, cacheControl]).toEqual([200, '', 'no-store']);
});

test('a POST has no tag', async () => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(server.url(), { method: 'POST', headers, body: JSON.stringify({ query }) });
  expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
});

test('a revision that is not there is waited for, not taken for unchanged', async () => {
  const { etag } = await ask(server.url(), { query });
  const answer = await ask(server.url(), { query }, { 'if-none-match': etag, 'concord-at-least-revision': '7' });
  expect([answer.status, answer.cacheControl]).toEqual([503, 'no-store']);
});

test('an application on another host may ask whether an answer is unchanged', async () => {
  const preflight = await fetch(server.url(), {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/if-none-match/i);
  const answer = await ask(server.url(), { query }, { origin: 'https://app.example' });
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    vary: 'Accept, Authorization, Concord-At-Least-Revision',
  });
});
