import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const server = useServer(useRecords(seeds));
const at = (path: string, init: RequestInit = {}) => fetch(new URL(path, server.url()), init);
const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };

const paths = [
  '/nothing',
  '/party/CN/more',
  '/assets/none.js',
  '/exports/none/',
  '/exports/none/versions.json',
  '/graphql/more',
  '/%zz',
];

describe.each(paths)('%s', (path) => {
  test('has nothing for a program: an error with a code', async () => {
    const response = await at(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'NOT_FOUND' } }],
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('has nothing for a person: a page with a link to the explorer', async () => {
    const response = await at(path, asBrowser);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await response.text()).toMatch(/<h1>Not found<\/h1>.*<a href="(?:\.\.?\/)+">/s);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'none'; /);
  });
});

test('the message names the path, and what there is', async () => {
  const { errors } = await (await at('/graphq?query={a}')).json();
  expect(errors[0].message).toBe('path: found "/graphq", expected /, /graphql, /q/ or /exports/.');
});

test('the page holds nothing of the address', async () => {
  expect(await (await at('/<script>alert(1)', asBrowser)).text()).not.toMatch(/alert/);
});

test('it is told to the log', async () => {
  await at('/nothing', { method: 'POST', body: 'x' });
  expect(server.requests.at(-1)).toMatchObject({ status: 404, errors: ['NOT_FOUND'] });
});

test('HEAD is answered alike, without the body', async () => {
  const response = await at('/nothing', { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([404, '']);
});

test.each(['/', '/assets/none.js', '/exports/'])('%s takes no POST, and says so with a code', async (path) => {
  const response = await at(path, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await response.json()).errors[0].extensions).toEqual({ code: 'METHOD_NOT_ALLOWED' });
});

test('the API is at its address with a slash at the end, too, under the same rules', async () => {
  const ask = (contentType: string) =>
    at('/graphql/', { method: 'POST', headers: { 'content-type': contentType }, body: '{"query":"{ __typename }"}' });
  expect(await (await ask('application/json')).json()).toEqual({ data: { __typename: 'Query' } });
  expect((await ask('text/plain')).status).toBe(415);
});
