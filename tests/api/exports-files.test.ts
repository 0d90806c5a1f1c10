import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
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
  const { index } = await exportTo(database, out, { compression: null });
  version = index.version;
  size = index.tables.find(({ name }) => name === 'stances')?.files[0]?.bytes ?? 0;
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
  expect((await get(path, { headers: { range: `bytes=${size}-` } })).status).toBe(416);
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
    ['ledger/', 404],
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
