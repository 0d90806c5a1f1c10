import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../exports/export-to.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const database = useDatabase('seeded');
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const concord = (...args: string[]) => runConcord(args, { DATABASE_URL: database.url });

describe('concord export', () => {
  test('publishes, says where, and says when there is nothing to write', async () => {
    const out = await scratchFolder();
    const args = ['export', '--out', out, '--format', 'csv,ndjson,parquet', '--compression', 'gzip', '--json'];
    const first = await concord(...args);
    expect(first.code, first.stderr).toBe(0);
    const told = JSON.parse(first.stdout);
    expect(told).toMatchObject({ status: 'PUBLISHED', revision: 1, rows: { stances: 1256 } });
    expect(await readdir(told.path)).toEqual(
      expect.arrayContaining(['stances.csv.gz', 'stances.ndjson.gz', 'stances.parquet']),
    );
    expect(JSON.parse((await concord(...args)).stdout)).toMatchObject({ status: 'UNCHANGED', version: told.version });
  });

  test.each([
    ['no format', []],
    ['a format that there is not', ['--format', 'csv,xml']],
    ['a compression that there is not', ['--format', 'csv', '--compression', 'rar']],
    ['a name that is no folder', ['--format', 'csv', '--name', '../x']],
    ['a revision that is no number', ['--format', 'csv', '--as-known-at', 'yesterday']],
  ])('%s is wrong use', async (_what, args) => {
    expect((await concord('export', '--out', await scratchFolder(), ...args)).code).toBe(2);
  });

  test('a revision that the ledger has not is a failure that changes nothing', async () => {
    const out = await scratchFolder();
    const run = await concord('export', '--out', out, '--format', 'csv', '--as-known-at', '99');
    expect([run.code, run.stderr]).toEqual([1, 'The ledger has no revision 99.\n']);
    expect(await readdir(join(out, 'ledger'))).toEqual([]);
  });

  test('a disk that takes no more is a clear failure that keeps the old version', async () => {
    const out = await scratchFolder();
    await concord('export', '--out', out, '--format', 'csv');
    const latest = await readlink(join(out, 'ledger', 'latest'));
    // No file may be longer than 64 blocks of a kilobyte; stances.csv would be.
    const script = 'ulimit -f 64 && exec "$0" "$@"';
    const args = [process.execPath, main, 'export', '--out', out, '--format', 'csv', '--again'];
    const child = spawn('bash', ['-c', script, ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: database.url },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /cannot be used: a file exceeds the maximum file size\. Published versions are unchanged\.\n$/,
    );
    expect(await readlink(join(out, 'ledger', 'latest'))).toBe(latest);
    expect((await readdir(join(out, 'ledger'))).filter((entry) => entry.startsWith('.'))).toEqual([]);
  });
});

test('exports are defined, listed, asked for and removed', async () => {
  const added = await concord(
    'exports',
    'add',
    'daily',
    '--format',
    'csv',
    '--destination',
    'local',
    '--schedule',
    '0 6 * * *',
    '--zone',
    'Europe/Oslo',
  );
  expect(added.code, added.stderr).toBe(0);
  const again = await concord('exports', 'add', 'daily', '--format', 'csv', '--destination', 'local');
  expect([again.code, again.stderr]).toEqual([1, 'An export daily already exists. Amend it, or remove it first.\n']);
  const [listed] = JSON.parse((await concord('exports', 'list', '--json')).stdout);
  expect(listed).toMatchObject({ name: 'daily', formats: ['csv'], zone: 'Europe/Oslo', lastRun: null });
  expect(listed.next).toMatch(/T0[45]:00:00\.000Z$/);
  expect((await concord('exports', 'run', 'daily')).stdout).toMatch(/is waiting for a worker/);
  const runs = JSON.parse((await concord('exports', 'runs', 'daily', '--json')).stdout);
  expect(runs).toMatchObject([{ cause: 'REQUEST', status: 'QUEUED' }]);
  expect((await concord('exports', 'remove', 'daily')).code).toBe(0);
  expect((await concord('exports', 'remove', 'daily')).stderr).toBe('There is no export "daily".\n');
}, 180_000); // eight processes, one after another
