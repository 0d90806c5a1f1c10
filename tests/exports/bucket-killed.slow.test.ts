import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBucket } from '#exports/destination/bucket.ts';
import { useDatabase } from '../support/database.ts';
import { scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');
let store: S3rver;
let door: Server;
let endpoint: string;
/** Called with the number of each upload since the last call of `atUpload`. */
let uploads = 0;
let onUpload: (number: number) => void = () => {};

beforeAll(async () => {
  const directory = await scratchFolder();
  store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'exports', configs: [] }],
  });
  const { port } = await store.run();
  door = createServer((asked, answer) => {
    if (asked.method === 'PUT') onUpload(++uploads);
    const { url, method, headers } = asked;
    const passed = request({ host: '127.0.0.1', port, path: url, method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.on('error', () => passed.destroy());
    asked.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
});
afterAll(async () => {
  door.closeAllConnections();
  door.close();
  await store.close();
});

const worker = async (): Promise<ChildProcess> =>
  spawn(process.execPath, ['tests/exports/export-to-bucket.ts', database.url, endpoint], {
    // Each on a machine of its own.
    env: { ...process.env, TMPDIR: await scratchFolder() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What a process printed; rejects with its errors when it failed. */
async function outputOf(child: ChildProcess): Promise<string> {
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout as NonNullable<typeof child.stdout>),
    text(child.stderr as NonNullable<typeof child.stderr>),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(errors);
  return out.trim();
}

/** The version that latest.json names, all of whose files must be there with the sums that it tells. */
async function wholeLatest(): Promise<string> {
  const bucket = await openBucket({ name: 'archive', bucket: 'exports', endpoint, region: 'us-east-1' });
  const { version } = JSON.parse((await bucket.read('killed/ledger/latest.json')) ?? '');
  const sums = (await bucket.read(`killed/ledger/${version}/SHA256SUMS`)) ?? '';
  const lines = sums.trim().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines.filter((line) => line.endsWith('.csv') || line.endsWith('.json'))) {
    const [sum, path] = line.split('  ');
    const content = (await bucket.read(`killed/ledger/${version}/${path}`)) ?? '';
    expect(createHash('sha256').update(content).digest('hex'), path).toBe(sum);
  }
  const keys = await bucket.list(`killed/ledger/${version}/`);
  for (const line of lines) expect(keys).toContain(`killed/ledger/${version}/${line.split('  ')[1]}`);
  return version;
}

test('of two workers on two machines one is killed at any of its uploads: latest names a whole version, and the other makes the next', async () => {
  uploads = 0;
  let latest = await outputOf(await worker());
  expect(await wholeLatest()).toBe(latest);
  const all = uploads;
  for (let point = 1; point <= all; point += 9) {
    uploads = 0;
    const killed = await worker();
    onUpload = (number) => {
      if (number === point) killed.kill('SIGKILL');
    };
    await once(killed, 'close');
    onUpload = () => {};
    const after = await wholeLatest();
    expect(after >= latest).toBe(true);
    latest = await outputOf(await worker());
    expect(latest > after).toBe(true);
    expect(await wholeLatest()).toBe(latest);
  }
}, 300_000);

test('a worker that loses the lock of its export amid its uploads publishes nothing, says why, and the next run succeeds', async () => {
  const before = await wholeLatest();
  uploads = 0;
  const cut = Promise.withResolvers<unknown>();
  onUpload = (number) => {
    if (number !== 3) return;
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'concord export lock' AND datname = current_database()`;
    database.pool.query(end).then(cut.resolve, cut.reject);
  };
  const failed = outputOf(await worker());
  await expect(failed).rejects.toThrow(/the lock of the export ledger was lost, .*: nothing was published/);
  await cut.promise;
  onUpload = () => {};
  expect(await wholeLatest()).toBe(before);
  const next = await outputOf(await worker());
  expect(await wholeLatest()).toBe(next);
}, 60_000);
