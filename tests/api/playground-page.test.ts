import { beforeAll, describe, expect, test } from 'vitest';
import { exampleGroups } from '#server/playground/examples.ts';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

// As a browser asks.
const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const open = (headers: Record<string, string> = {}) => fetch(server.url(), { headers: { accept, ...headers } });

let page: string;
beforeAll(async () => {
  page = await (await open()).text();
});

test('a browser gets a page', async () => {
  const response = await open();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page).toMatch(/^\s*<!doctype html>/i);
});

test('it loads nothing from another host', () => {
  const tags = page.replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');
  const addresses = [...tags.matchAll(/\b(?:src|href|action|data|poster|srcset)\s*=\s*"([^"]*)"/g)].map(
    ([, address]) => address,
  );
  // The way back to the explorer is a link, and loads nothing.
  expect(addresses.filter((address) => !address?.startsWith('data:'))).toEqual(['./']);
  const styles = [...page.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, style]) => style).join('');
  expect(styles).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//);
  expect(page).not.toMatch(
    /\b(?:import|importScripts|fetch|Worker|EventSource|WebSocket)\(\s*["'`](?:(?:http|ws)s?:)?\/\//,
  );
});

test('it runs no script but its own, asks no other host, and stands in no page of others', async () => {
  const { headers } = await open();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ']+'; /);
  expect(policy).toMatch(/; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('it opens with the first example, and offers all by what one wants to do', () => {
  expect(page).toContain(JSON.stringify(exampleGroups[0]?.examples[0]?.query));
  for (const { title, examples } of exampleGroups) {
    expect(page).toContain(`<optgroup label="${title}">`);
    for (const { query } of examples) expect(page).toContain(`${new URLSearchParams({ query })}`);
  }
});

test('it asks the API of its own server', () => {
  expect(page).toContain('"endpoint":location.pathname');
});

test('a browser that has it is not sent it again', async () => {
  const etag = (await open()).headers.get('etag') ?? '';
  const again = await open({ 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await open({ 'if-none-match': '"another"' })).status).toBe(200);
});

test('it is sent packed to whoever can unpack it, and is the same', async () => {
  const packed = await open({ 'accept-encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe(page);
  const plain = await open({ 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(page);
});

describe('an address with a query', () => {
  const get = (parameters: string, wanted: string) =>
    fetch(`${server.url()}?${parameters}`, { headers: { accept: wanted } });

  test('opened in a browser is the page', async () => {
    const response = await get('query={__typename}', accept);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('vary')).toMatch(/accept/i);
    expect(await response.text()).toBe(page);
  });

  test.each(['*/*', 'application/json', 'application/graphql-response+json', 'application/json, text/html;q=0.9'])(
    'asked for with Accept: %s is an answer',
    async (wanted) => {
      const response = await get('query={__typename}', wanted);
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
      expect(response.headers.get('vary')).toMatch(/accept/i);
    },
  );

  test('opened in a browser that has the answer from there is the page', async () => {
    const address = `${server.url()}?query={__typename}`;
    const answered = await fetch(address, { headers: { accept: 'application/json' } });
    const tag = answered.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const opened = await fetch(address, { headers: { accept, 'if-none-match': tag } });
    expect([opened.status, await opened.text()]).toEqual([200, page]);
    const again = await fetch(address, { headers: { accept: 'application/json', 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });

  test('with the id of a document is an answer in a browser, too, which has not its text', async () => {
    const response = await get('documentId=sha256:0', accept);
    expect(response.headers.get('content-type')).toMatch(/json/);
  });
});
