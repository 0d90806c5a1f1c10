import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type BucketOptions, openBucket } from '#exports/destination/bucket.ts';
import { openBucketDestination } from '#exports/destination/bucket-destination.ts';
import { useDatabase } from '../support/database.ts';
import { exportTo, scratchFolder } from './export-to.ts';
import { signatureCheck } from './signature-check.ts';

const database = useDatabase('seeded');
let server: S3rver;
let door: Server;
let options: BucketOptions & { readonly prefix: string };

beforeAll(async () => {
  const directory = await scratchFolder();
  const buckets = [{ name: 'exports', configs: [] }];
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: buckets });
  door = signatureCheck((await server.run()).port, 'S3RVER').listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo; // it listens on a port
  const endpoint = `http://127.0.0.1:${port}`;
  options = { name: 'archive', bucket: 'exports', prefix: 'open/', endpoint, region: 'us-east-1' };
  // What other processes leave in the common folder is not ours.
  vi.stubEnv('TMPDIR', await scratchFolder());
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
});
afterAll(async () => {
  door.closeAllConnections();
  door.close();
  await server.close();
});

const exportToBucket = async (changes: Partial<typeof options> = {}) =>
  exportTo(database, '', { destination: await openBucketDestination({ ...options, ...changes }), again: true });

const readText = async (key: string) => (await (await openBucket(options)).read(key)) ?? '';
const latest = async () => JSON.parse(await readText('open/ledger/latest.json')).version;

test('a version is uploaded whole, with sums that fit, and latest.json names it', async () => {
  const { index } = await exportToBucket();
  expect(await latest()).toBe(index.version);
  const sums = await readText(`open/ledger/${index.version}/SHA256SUMS`);
  const [, sum] = /^(\w+) {2}parties\.csv$/m.exec(sums) ?? [];
  const parties = await readText(`open/ledger/${index.version}/parties.csv`);
  expect(createHash('sha256').update(parties).digest('hex')).toBe(sum);
  expect((await readdir(tmpdir())).filter((entry) => entry.startsWith('concord-export-'))).toEqual([]);
});

test('an upload that was not finished is no version, and the next run removes it', async () => {
  const before = await latest();
  const bucket = await openBucket(options);
  const half = 'open/ledger/20990101T000000000Z-r9/parties.csv';
  await bucket.write(half, 'half', { ContentType: 'text/csv', CacheControl: 'no-store' });
  const { index } = await exportToBucket();
  expect(index.version > before).toBe(true);
  expect(await bucket.read(half)).toBeNull();
  expect(await latest()).toBe(index.version);
});

test.each([
  ['a bucket that is not there', { bucket: 'missing' }, /the bucket does not exist/],
  ['a server that does not answer', { endpoint: 'http://127.0.0.1:1' }, /ECONNREFUSED/],
])('%s is a clear failure, and what was there stays', async (_what, changes, reason) => {
  const before = await latest();
  const failure = await exportToBucket(changes).catch((error) => error);
  expect(failure).toMatchObject({ code: 'DESTINATION_REFUSED' });
  expect(failure.message).toMatch(reason);
  expect(failure.message).toMatch(/Published versions are unchanged/);
  expect(await latest()).toBe(before);
});

test.each([
  ['a key that the server does not know', 'AWS_ACCESS_KEY_ID', /the server does not accept AWS_ACCESS_KEY_ID/],
  ['a wrong secret', 'AWS_SECRET_ACCESS_KEY', /AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID/],
])('%s is a clear failure, and what was there stays', async (_what, variable, reason) => {
  const before = await latest();
  vi.stubEnv(variable, 'SOMEBODY');
  try {
    await expect(exportToBucket()).rejects.toThrow(reason);
  } finally {
    vi.stubEnv(variable, 'S3RVER');
  }
  expect(await latest()).toBe(before);
});
