import { expect, test } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { ask } from './ask-again.ts';

// RFC 9110, 13.1.2: `*` is any answer that there is.
const any = { 'if-none-match': '*' };
const query = 'query Named($key: String!) { party(key: $key) { name } }';
const variables = { key: 'CN' };
// Of its own: a server reads the page once.
const server = useServer(useRecords(seeds), {});

test('"*" is 304 where there is an answer, with the headers that the answer would have', async () => {
  const answer = await ask(server.url(), { query, variables });
  const unchanged = await ask(server.url(), { query, variables }, any);
  expect([unchanged.status, unchanged.body, unchanged.etag]).toEqual([304, '', answer.etag]);
  expect(unchanged.cacheControl).toBe(answer.cacheControl);
  expect((await ask(server.url(), { query, variables }, any, 'HEAD')).status).toBe(304);
});

test.each([
  ['a document that does not parse', { query: '{' }],
  ['a field that there is not', { query: '{ nothing }' }],
  ['a variable that is missing', { query }],
  ['an unknown key as an argument', { query: '{ comparison(parties: ["ZZ", "CN"]) { revision } }' }],
  ['what is never kept', { query: '{ exports { totalCount } }' }],
])('%s is answered in full', async (_what, asked) => {
  const answer = await ask(server.url(), asked, any);
  const usual = await ask(server.url(), asked);
  expect([answer.status, answer.body]).toEqual([usual.status, usual.body]);
  expect(answer.body).toMatch(/errors|exports/);
});

test('a write with it is a write', async () => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...any },
    body: JSON.stringify({ query, variables }),
  };
  expect((await fetch(server.url(), init)).status).toBe(200);
});

test('a stored query, the playground and the files of the explorer take it too', async () => {
  await buildPage();
  const status = async (path: string, accept = '*/*') =>
    (await fetch(new URL(path, server.url()), { headers: { ...any, accept }, redirect: 'manual' })).status;
  expect(await status('/q/comparison?parties=CN,RU')).toBe(304);
  expect(await status('/q/comparison.csv?parties=CN,RU')).toBe(304);
  expect(await status('/q/comparison?parties=ZZ,RU')).not.toBe(304);
  expect(await status('/graphql', 'text/html')).toBe(304);
  expect(await status('/')).toBe(304);
  expect(await status('/nothing')).toBe(404);
});
