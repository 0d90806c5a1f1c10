import { beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabaseWithRollCalls } from '../api/with-roll-calls.ts';

// Of its own: a server reads the page once.
const server = useServer(useDatabaseWithRollCalls(), {});
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url()), { headers: { accept: 'text/html', ...headers } });

beforeAll(async () => {
  await buildPage();
  await server.seen(2);
});

test.each([
  '/proposition/nope',
  '/party/nope',
  '/party/Korea',
  '/issue/nope',
  '/document/nope/',
  '/vote/nope',
  '/vote/tw-inalienable',
])('%s is answered 404, with the page', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('<div id="page"></div>');
  const again = await get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
  expect(again.status).toBe(404);
});

test.each([
  '/proposition/tw-inalienable',
  '/party/CN',
  '/party/Soviet%20Union',
  '/issue/taiwan',
  '/document/seed-gt-2022-02-04',
  '/vote/vote-1',
  '/proposition',
  '/party',
  '/issue/',
  '/document',
  '/vote',
  '/votes',
  '/search?q=x',
  '/about',
])('%s is answered 200', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<div id="page"></div>');
});

test.each(['/votes/x', '/about/x', '/vote/a/b', '/nowhere'])('%s has no page of the explorer', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('There is nothing at this address.');
});
