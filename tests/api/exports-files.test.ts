import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { asyncBufferFromUrl, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveExports } from '#server/exports-files.ts';
import { exportTo, scratchFolder } from '../exports/export-to.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
let server: Server;
let base = '';
let version = '';
let size = 0;

beforeAll(async () => {
  const [out, secret] = [await scratchFolder(), await scratchFolder()];
  const { index } = await exportTo(database, out, {
    compression: null,
    formats: ['csv', 'parquet'],
    parquetCompression: 'snappy',
  });
  version = index.version;
  size = index.tables.find(({ name }) => name === 'stances')?.files.find(({ format }) => format === 'csv')?.bytes ?? 0;
  await mkdir(join(out, 'private-things'));
  await writeFile(join(secret, 'versions.json'), 'secret');
  await symlink(secret, join(out, 'linked'));
  // Links at every depth, to files and to folders, out of the folder and within it.
  const folder = join(out, 'ledger');
  await symlink(join(secret, 'versions.json'), join(folder, version, 'file.json'));
  await symlink(secret, join(folder, version, 'folder'));
  await symlink(secret, join(folder, '20200101T000000000Z-r1'));
  await symlink(join(out, 'ledger', version), join(folder, '20200101T000000001Z-r1'));
  await mkdir(join(out, 'other'));
  await symlink('../private-things', join(out, 'other', 'latest'));
  await symlink(join(secret, 'versions.json'), join(out, 'other', 'versions.json'));
  await writeFile(join(out, 'private-things', 'index.json'), 'secret');
  const handle = serveExports([{ name: 'local', kind: 'folder', path: out }]);
  server = createServer((incoming, response) => {
    const [path = ''] = (incoming.url ?? '').split('?'); // a URL would leave out the dots
    if (!handle(path, incoming, response)) response.writeHead(418).end('not ours');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, init: RequestInit = {}) => fetch(`${base}/exports/${path}`, init);

test('the list names every export with its versions and its latest index', async () => {
  const answer = await get('');
  expect(await answer.json()).toEqual({
    exports: [
      { name: 'ledger', versions: '/exports/ledger/versions.json', latest: '/exports/ledger/latest/index.json' },
    ],
  });
});

test('files of a version are cached for ever, what leads to the latest for a minute', async () => {
  const ofVersion = await get(`ledger/${version}/parties.csv`);
  expect(Object.fromEntries(ofVersion.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/csv; charset=utf-8',
    'accept-ranges': 'bytes',
  });
  for (const path of ['ledger/latest/parties.csv', 'ledger/versions.json']) {
    expect((await get(path)).headers.get('cache-control')).toBe('public, max-age=60');
  }
  expect(await (await get('ledger/latest/parties.csv')).text()).toBe(await ofVersion.text());
});

test('a part of a file is answered alone, and a part that is not there is refused', async () => {
  const path = `ledger/${version}/stances.csv`;
  const part = await get(path, { headers: { range: 'bytes=4-12' } });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-12/${size}`]);
  expect(await part.text()).toBe('party_key');
  const outside = await get(path, { headers: { range: `bytes=${size}-` } });
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
  expect(await outside.json()).toMatchObject({ errors: [{ extensions: { code: 'RANGE_NOT_SATISFIABLE' } }] });
  const other = await get(path, { headers: { 'if-match': '"another"' } });
  expect([other.status, other.headers.get('cache-control')]).toEqual([412, 'no-store']);
  expect(await other.json()).toMatchObject({ errors: [{ extensions: { code: 'PRECONDITION_FAILED' } }] });
  const wrong = await get('ledger/%00');
  expect([wrong.status, await wrong.json()]).toEqual([
    400,
    {
      errors: [
        { message: 'path: found "/exports/ledger/%00", expected that of a file.', extensions: { code: 'BAD_REQUEST' } },
      ],
    },
  ]);
});

test('a reader of Parquet over HTTP reads the columns that it wants by ranges', async () => {
  const asked: number[] = [];
  const counted: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (init?.method !== 'HEAD') asked.push(response.status);
    return response;
  };
  const url = `${base}/exports/ledger/latest/stances.parquet`;
  const file = await asyncBufferFromUrl({ url, fetch: counted });
  const rows = await parquetReadObjects({ file, columns: ['party_key', 'position'] });
  const held = await database.prisma.stance.count();
  expect(rows).toHaveLength(held);
  expect(new Set(asked)).toEqual(new Set([206]));
});

test('a file that the client has already is not sent again', async () => {
  const path = `ledger/${version}/stances.csv`;
  const etag = (await get(path, { method: 'HEAD' })).headers.get('etag') ?? '';
  // Not by fetch, which asks past every cache when it is given a condition.
  expect(await statusOf(path, { 'if-none-match': etag })).toBe(304);
});

/** The status of a path that is sent as it is written. */
async function statusOf(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const asked = request(`${base}`, { path: `/exports/${path}`, headers }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

describe('a folder of an export is listed', () => {
  const json = async (path: string) => (await get(path, { headers: { accept: 'application/json' } })).json();

  test('the export: what leads to its versions, then these, and nothing that is not served', async () => {
    expect(await json('ledger/')).toEqual({
      folder: '/exports/ledger/',
      version: null,
      entries: [
        { name: 'latest', kind: 'FOLDER', bytes: null },
        { name: 'versions.json', kind: 'FILE', bytes: expect.any(Number) },
        { name: version, kind: 'FOLDER', bytes: null },
      ],
      omitted: 0,
    });
  });

  test('the latest version, with the size of every file', async () => {
    const listing = await json('ledger/latest/');
    expect(listing).toMatchObject({ folder: '/exports/ledger/latest/', version });
    expect(listing.entries).toContainEqual({ name: 'stances.csv', kind: 'FILE', bytes: size });
    const names = listing.entries.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['README.md', 'SHA256SUMS', 'datapackage.json', 'index.json']));
    expect(names).not.toContain('folder');
    for (const name of names) expect((await get(`ledger/latest/${name}`)).status, name).toBe(200);
    expect((await json(`ledger/${version}/`)).entries).toEqual(listing.entries);
  });

  test.each(['', 'ledger/', 'ledger/latest/'])(
    'to a browser as a page whose links lead on: /exports/%s',
    async (path) => {
      const response = await get(path, { headers: { accept: 'text/html,*/*;q=0.8' } });
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('vary')).toMatch(/\bAccept\b/);
      const links = [...(await response.text()).matchAll(/<a href="([^"]+)"/g)].map(([, link]) => link ?? '');
      expect(links.length).toBeGreaterThan(1);
      for (const link of links.filter((one) => one !== '../')) {
        expect((await fetch(new URL(link, `${base}/exports/${path}`))).status, link).toBe(200);
      }
    },
  );

  test.each(['/exports', '/exports/ledger', '/exports/ledger/latest'])('%s leads to it', async (path) => {
    const response = await fetch(`${base}${path}`);
    expect([response.status, response.redirected, new URL(response.url).pathname]).toEqual([200, true, `${path}/`]);
  });
});

test.each([
  ['', 200],
  ['ledger/', 200],
  ['ledger', 301],
  ['ledger/latest/', 200],
  ['ledger/versions.json', 200],
  ['ledger/latest/nothing.csv', 404],
  ['nothing/', 404],
])('an application of another origin may read /exports/%s', async (path, status) => {
  for (const accept of ['application/json', 'text/html']) {
    const response = await get(path, { headers: { accept, origin: 'https://app.example' }, redirect: 'manual' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, '*']);
  }
});

test('it may ask for a part, and see which it was given', async () => {
  const preflight = await get('ledger/latest/stances.csv', { method: 'OPTIONS' });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/\brange\b/);
  const part = await get('ledger/latest/stances.csv', { headers: { range: 'bytes=0-3' } });
  expect(part.headers.get('access-control-expose-headers')).toContain('Content-Range');
  const outside = await get('ledger/latest/stances.csv', { headers: { range: `bytes=${size}-` } });
  expect([outside.status, outside.headers.get('access-control-allow-origin')]).toEqual([416, '*']);
});

describe('nothing else of the machine is served', () => {
  test.each([
    ['ledger/../../etc/passwd', 403],
    ['ledger/%2e%2e/%2e%2e/etc/passwd', 403],
    ['..%2f..%2fetc%2fpasswd', 404],
    ['linked/versions.json', 404],
    ['nothing/versions.json', 404],
    ['ledger/VERSION/file.json', 404],
    ['ledger/VERSION/%66ile.json', 404],
    ['ledger/latest/file.json', 404],
    ['ledger/latest/folder/versions.json', 404],
    ['ledger/20200101T000000000Z-r1/versions.json', 404],
    ['ledger/20200101T000000001Z-r1/parties.csv', 404],
    ['other/latest/index.json', 404],
    ['other/versions.json', 404],
    ['ledger/%2e%2e/private-things/index.json', 403],
    ['ledger/%2e%2e/', 403],
    ['ledger/latest/%2e%2e%2f%2e%2e/', 403],
    ['ledger/%2e/', 403],
    ['private-things/index.json', 404],
    ['private-things/', 404],
    ['private-things', 404],
    ['linked/', 404],
    ['other/', 404],
    ['ledger/VERSION/folder/', 404],
    ['ledger/20200101T000000001Z-r1/', 404],
    ['ledger/.unfinished-x/stances.csv', 404],
    [`ledger/%00`, 400],
  ])('%s is answered with %d', async (path, status) => {
    expect(await statusOf(path.replace('VERSION', version))).toBe(status);
  });

  test('what a link within a version leads to is not in the list either', async () => {
    expect(JSON.stringify(await (await get('')).json())).not.toContain('other');
  });

  test('another method is refused, and another path is left to others', async () => {
    expect((await get('ledger/versions.json', { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${base}/graphql`)).status).toBe(418);
  });
});
