import { beforeAll, describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { addressOf } from '../documents/ask.ts';
import { idOf, manifestOf, useFolder } from '../documents/manifest.ts';
import { addCountry } from '../snapshot/commit.ts';
import { useDatabase } from '../support/database.ts';
import { type Answered, ask } from './ask-again.ts';

const query = 'query Named($key: String!) { party(key: $key) { name } }';
const variables = { key: 'CN' };
const database = useDatabase('seeded');
const manifest = { persistedDocuments: [useFolder({ 'app.json': manifestOf(query) })] };
const server = useServer(database, manifest);
const another = useServer(database, manifest);
const api = () => server.url();

const first = (headers = {}) => ask(api(), { query, variables }, headers);
const executed = () => server.requests.filter(({ cost }) => cost !== null).length;

test('an answer has a quoted tag and says how it may be kept', async () => {
  const { status, headers, etag } = await first();
  expect(status).toBe(200);
  expect(etag).toMatch(/^"[\w.-]+"$/);
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept, Authorization, Concord-At-Least-Revision',
    'access-control-allow-origin': '*',
  });
  expect(headers['access-control-expose-headers']).toContain('ETag');
  expect(headers.ratelimit).toBeUndefined(); // what is left to one client is nothing to others
});

test('the same question with the tag is answered 304, without being executed', async () => {
  const { etag, headers } = await first();
  const before = executed();
  const again = await first({ 'if-none-match': etag });
  expect([again.status, again.body, again.etag]).toEqual([304, '', etag]);
  for (const name of ['cache-control', 'vary', 'access-control-allow-origin', 'access-control-expose-headers']) {
    expect(again.headers[name], name).toBe(headers[name]);
  }
  expect(again.headers['concord-request-id']).toMatch(/^[\da-f-]{36}$/);
  expect(executed()).toBe(before);
  expect(server.requests.at(-1)).toMatchObject({ status: 304, operation: 'Named', cost: null });
});

test.each([
  ['among others', (etag: string) => `"a", ${etag} , "b"`],
  ['as a weak one, as proxies that pack answers make it', (etag: string) => `W/${etag}`],
])('the tag counts %s', async (_how, header) => {
  const { etag } = await first();
  expect((await first({ 'if-none-match': header(etag) })).status).toBe(304);
});

test.each(['', '"a"', 'nonsense', '**', '"*"', '*, "a"'])('"%s" is the tag of no answer', async (header) => {
  expect((await first({ 'if-none-match': header })).status).toBe(200);
});

test('without its quotes it is no tag', async () => {
  const { etag } = await first();
  expect((await first({ 'if-none-match': etag.slice(1, -1) })).status).toBe(200);
});

test('HEAD answers as GET does, without the body', async () => {
  const { etag, headers } = await first();
  const head = await ask(api(), { query, variables }, {}, 'HEAD');
  expect([head.status, head.body, head.etag]).toEqual([200, '', etag]);
  expect(head.headers['content-type']).toBe(headers['content-type']);
  expect((await ask(api(), { query, variables }, { 'if-none-match': etag }, 'HEAD')).status).toBe(304);
});

describe('the tag is the same', () => {
  const same: [string, () => Promise<Answered>][] = [
    ['by the hash of the document', () => ask(api(), { documentId: idOf(query), variables })],
    [
      'by the hash as Apollo and urql send it',
      () => ask(api(), { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(query).slice(7) } }, variables }),
    ],
    ['from another server of this build', () => ask(another.url(), { query, variables })],
    ['for an Accept header that leads to the same format', () => first({ accept: 'application/json, text/plain' })],
  ];
  test.each(same)('%s', async (_how, asked) => {
    const { etag } = await first();
    expect((await asked()).etag).toBe(etag);
  });

  test('however the variables are written', async () => {
    const text = 'query ($a: String!, $b: String!) { a: party(key: $a) { name } b: party(key: $b) { name } }';
    const tagOf = async (written: string) => {
      const url = addressOf(api(), { query: text });
      url.searchParams.set('variables', written);
      return (await fetch(url)).headers.get('etag');
    };
    expect(await tagOf('{"a":"CN","b":"RU"}')).toBe(await tagOf('{ "b": "\\u0052U",\n "a": "CN" }'));
  });
});

test.each([
  ['another document', { query: 'query Named { party(key: "CN") { key } }' }, {}],
  ['other variables', { query, variables: { key: 'RU' } }, {}],
  ['another operation', { query: `${query} query Other { __typename }`, operationName: 'Other' }, {}],
  ['another format', { query, variables }, { accept: 'application/graphql-response+json' }],
])('%s has another tag, and is not taken for unchanged', async (_what, parameters, headers) => {
  const { etag } = await first();
  const other = await ask(api(), parameters, { ...headers, 'if-none-match': etag });
  expect(other.status).toBe(200);
  expect(other.etag).not.toBe(etag);
});

describe('a write', () => {
  let before: Answered;
  beforeAll(async () => {
    before = await first();
  });

  test('by SQL makes the answer a new one, even where it reads the same', async () => {
    await server.seen(await addCountry(database, 'XA'));
    const after = await first({ 'if-none-match': before.etag });
    expect([after.status, after.body]).toEqual([200, before.body]);
    expect(after.etag).not.toBe(before.etag);
    expect((await first({ 'if-none-match': after.etag })).status).toBe(304);
  });

  test('shows at once to whoever asks for its revision', async () => {
    const { etag } = await first();
    const revision = await addCountry(database, 'XB');
    const headers = { 'if-none-match': etag, 'concord-at-least-revision': String(revision) };
    const after = await first(headers);
    expect(after.status).toBe(200);
    expect((await first({ ...headers, 'if-none-match': after.etag })).status).toBe(304);
  });
});
