import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';

const server = useServer(useDatabase('migrated'));
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url()), { headers: { 'accept-encoding': 'identity', ...headers } });

let html: string;
/** What the page loads before it shows anything. */
let loaded: readonly string[];
beforeAll(async () => {
  await buildPage();
  // Until the ledger is read, the page has no title of a view.
  await server.dataOf('{ dataset { revision } }');
  html = await (await get('/')).text();
  loaded = [...html.matchAll(/\b(?:src|href)="\.(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
});

test.each([
  ['/', './'],
  ['/compare', './'],
  ['/compare?parties=CN,RU', './'],
  ['/matrix', './'],
  ['/party', './'],
  ['/votes/', '../'],
])('the page is at %s, with its files relative to that', async (path, root) => {
  const response = await get(path);
  const text = await response.text();
  expect([response.status, withoutSummary(text)]).toEqual([200, withoutSummary(html.replaceAll('="./', `="${root}`))]);
});

/** Title and description are those of the view. */
const withoutSummary = (text: string) =>
  text
    .replace(/<title>.*<\/title>/, '')
    .replaceAll(/\s*<meta (?:name="(?:description|twitter:card)"|property="og:)[^>]*>/g, '');

test.each([
  ['/party/CN', '../'],
  ['/document/x%20y', '../'],
  ['/document/x%20y/', '../../'],
])('of %s, which the ledger has not, the page says so', async (path, root) => {
  const response = await get(path);
  const text = await response.text();
  expect([response.status, withoutSummary(text)]).toEqual([404, withoutSummary(html.replaceAll('="./', `="${root}`))]);
});

test.each(['/nowhere', '/party/CN/more', '/matrix/x', '/assets/none.js'])('it is not at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('it can only be read', async () => {
  const response = await fetch(new URL('/compare', server.url()), { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('it runs no script but its own files, and asks no other host', async () => {
  const policy = (await get('/')).headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc="\.\/)|<style|\bstyle=|\bon\w+=/);
  for (const path of loaded.filter((one) => /\.(js|css)$/.test(one))) {
    expect(await (await get(path)).text()).not.toMatch(/(?:import|@import|url)\s*\(?["']?https?:/);
  }
});

test('its script is at most 60 KB, packed with gzip, when it is first opened', async () => {
  const scripts = await Promise.all(loaded.filter((path) => path.endsWith('.js')).map((path) => get(path)));
  const bytes = await Promise.all(scripts.map(async (script) => gzipSync(await script.text()).length));
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(60_000);
});

test('what has a hash in its name is kept for ever, the page itself is asked for again', async () => {
  for (const path of loaded) {
    expect((await get(path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
  const first = await get('/');
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = await get('/', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['identity', null],
])('to who accepts %s it is sent as %s', async (accepted, packing) => {
  const response = await get('/', { 'accept-encoding': accepted });
  expect(response.headers.get('content-encoding')).toBe(packing);
  expect(await response.text()).toBe(html);
});
