import { createServer, request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { listening } from './listening.ts';

const database = useDatabase('seeded');
const atRoot = useServer(database, { limits: { rateLimit: 0 } });
const knowing = useServer(database, { limits: { rateLimit: 0 }, publicPath: '/concord' });

/** A proxy that serves a Concord under /concord/, and takes that from the address of a request if it is to. */
const proxyTo = (target: string, strips: boolean) =>
  listening(
    createServer((request, response) => {
      const { method, headers, url = '/' } = request;
      if (!url.startsWith('/concord')) {
        response.writeHead(404).end();
        return;
      }
      const path = strips ? url.slice('/concord'.length) : url;
      const inner = httpRequest(new URL(path, target), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      request.pipe(inner);
    }),
  );

const linksOf = (html: string) => [...html.matchAll(/\b(?:src|href)="([^"#]+)"/g)].map(([, link]) => link ?? '');

describe.each([
  ['a proxy that takes the path away', () => proxyTo(atRoot.url(), true)],
  ['a proxy that leaves the path, which Concord is told', () => proxyTo(knowing.url(), false)],
  ['a proxy that takes away the path that Concord is told', () => proxyTo(knowing.url(), true)],
])('behind %s', (_, start) => {
  test.each([
    '/concord/',
    '/concord/matrix',
    '/concord/party/CN',
    '/concord/nothing/here',
    '/concord/q/',
    '/concord/q',
  ])('every link of the page at %s leads to something', async (path) => {
    await buildPage();
    const page = new URL(path, await start());
    const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
    const links = linksOf(html).filter((link) => !link.startsWith('data:'));
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const { status, headers, body } = await fetch(new URL(link, page), { headers: { accept: 'text/html, */*' } });
      // Left unread, it would keep its connection until the proxy ends that.
      await body?.cancel();
      expect([link, status, headers.get('content-type')]).toEqual([
        link,
        expect.any(Number),
        expect.stringMatching(/./),
      ]);
      expect(status).toBeLessThan(404);
    }
  });

  test('the playground asks the address that it has, and the API answers there', async () => {
    const address = new URL('/concord/graphql', await start());
    const html = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('"endpoint":location.pathname');
    const answer = await fetch(`${address}?query={party(key:"CN"){name}}`);
    expect(await answer.json()).toEqual({ data: { party: { name: 'China' } } });
  });
});

test('a public path without its slash leads to the page', async () => {
  const response = await fetch(new URL('/concord?parties=CN', knowing.url()), { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([308, '/concord/?parties=CN']);
});

test('lists of addresses have the public path', async () => {
  const { queries } = await (await fetch(new URL('/q/', knowing.url()))).json();
  expect(queries[0].json).toMatch(/^\/concord\/q\//);
});
