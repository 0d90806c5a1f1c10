import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { chartNames } from '../../src/web/charts/names.ts';
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

test.each([
  '/nowhere',
  '/party/CN/more',
  '/matrix/x',
  '/chart',
  '/chart/x',
  '/embed/x',
  '/embed/trend/x',
  '/assets/none.js',
])('it is not at %s', async (path) => {
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

interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

describe.each(chartNames)('the chart %s', (name) => {
  /** What a chart's view loads: the page, the view, and all that the chart itself may load. */
  const scriptsOf = async (entries: readonly string[], chart: string) => {
    const text = await readFile(new URL('../../dist/.vite/manifest.json', import.meta.url), 'utf8');
    const manifest: Readonly<Record<string, Built>> = JSON.parse(text);
    const seen = new Set<string>();
    const visit = (key: string, isWhole: boolean): void => {
      const built = manifest[key];
      if (built === undefined || seen.has(key)) return;
      seen.add(key);
      for (const next of built.imports ?? []) visit(next, false);
      if (isWhole) for (const next of built.dynamicImports ?? []) visit(next, true);
    };
    for (const entry of entries) visit(entry, false);
    visit(chart, true);
    return [...seen].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
  };

  test.each([
    ['alone', ['index.html', 'charts/chart-view.tsx']],
    ['in the frame of another site', ['embed.html']],
  ])('%s loads at most 180 KB of script, packed with gzip', async (_, entries) => {
    const registry = await readFile(new URL('../../src/web/charts/registry.ts', import.meta.url), 'utf8');
    const [, chart = ''] = new RegExp(`\\b'?${name}'?: \\(\\) => import\\('\\.\\./([^']+)'\\)`).exec(registry) ?? [];
    const scripts = await scriptsOf(entries, chart);
    expect(scripts.some((file) => file.includes(chart.replace(/^.*\/|\.tsx$/g, '')))).toBe(true);
    const sizes = await Promise.all(scripts.map(async (file) => gzipSync(await (await get(`/${file}`)).text()).length));
    expect(sizes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(180_000);
  });

  test('has an address of its own, and one for frames', async () => {
    const [alone, framed] = await Promise.all([get(`/chart/${name}`), get(`/embed/${name}`)]);
    expect([alone.status, framed.status]).toEqual([200, 200]);
    expect(alone.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(framed.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors \*;/,
    );
    const [, title] = /<title>(.*) – Concord<\/title>/.exec(await framed.text()) ?? [];
    expect(title).toBeTruthy();
  });
});

test('the shapes of the world are no script but a file of their own, small when packed, and kept for ever', async () => {
  const assets = await readdir(new URL('../../dist/assets/', import.meta.url));
  const [world, ...others] = assets.filter((file) => /^world-.*\.json$/.test(file));
  expect([others, assets.some((file) => file === `${world}.br`)]).toEqual([[], true]);
  const response = await get(`/assets/${world}`, { 'accept-encoding': 'gzip' });
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    200,
    'application/json',
    'public, max-age=31536000, immutable',
  ]);
  expect(Number(response.headers.get('content-length'))).toBeLessThanOrEqual(45_000);
  expect(((await response.json()) as { shapes: unknown[] }).shapes.length).toBeGreaterThan(170);
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
