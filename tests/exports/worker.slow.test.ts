import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { TestClock } from 'pg-boss';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ExportDestination } from '#config/export-destinations.ts';
import { createDefinition } from '#exports/definition/create-definition.ts';
import type { Definition } from '#exports/definition/definition.ts';
import { removeDefinition } from '#exports/definition/remove-definition.ts';
import { requestRun } from '#exports/definition/request-run.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { startWorker, type Worker } from '#exports/worker/worker.ts';
import { startConcord } from '../cli/run-concord.ts';
import { isAnybodyWaiting } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');
const clock = new TestClock('2026-03-28T10:00:30Z');
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const sources = [ledgerSource];
const sourcesNow = async () => sources;
let destinations: ExportDestination[] = [];
let out = '';
let workers: Worker[] = [];

beforeAll(async () => {
  out = await scratchFolder();
  destinations = [
    { name: 'local', kind: 'folder', path: out },
    { name: 'broken', kind: 'folder', path: '/dev/null/nothing' },
  ];
});
const start = async () => {
  const worker = await startWorker({ database, sources: sourcesNow, destinations, logger: silent, clock });
  workers.push(worker);
  return worker;
};
const stopAll = async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
};
afterEach(stopAll);
afterAll(stopAll);

const define = (changes: Partial<Definition>) => {
  const definition: Definition = {
    name: 'daily',
    what: 'ledger',
    formats: ['csv'],
    compression: null,
    schedule: null,
    zone: 'UTC',
    destination: 'local',
    keep: 3,
    ...changes,
  };
  return createDefinition(database.prisma, definition, { sources, destinations, createdBy: 'tester' });
};
const runsOf = (name: string) =>
  database.prisma.exportRun.findMany({ where: { definition: { name } }, orderBy: { id: 'asc' } });
const ended = ['PUBLISHED', 'UNCHANGED', 'FAILED'];

/** Lets time pass, second by second, until a condition holds. */
const untilTrue = (condition: () => Promise<boolean>) =>
  vi.waitFor(
    async () => {
      await clock.tick(1_000);
      expect(await condition()).toBe(true);
    },
    { timeout: 50_000, interval: 20 },
  );
const isScheduled = async (name: string) =>
  (await database.pool.query('SELECT FROM pgboss.schedule WHERE key = $1', [name])).rowCount === 1;

test('a run that is asked for is made once, though two workers look', async () => {
  await start();
  await start();
  await define({ name: 'asked' });
  await requestRun(database.prisma, 'asked', 'tester');
  await untilTrue(async () => (await runsOf('asked')).every(({ status }) => ended.includes(status)));
  const runs = await runsOf('asked');
  expect(runs).toMatchObject([{ cause: 'REQUEST', status: 'PUBLISHED', attempts: 1, revision: 1, error: null }]);
  expect(await readlink(join(out, 'asked', 'latest'))).toBe(runs[0]?.version);
});

test('two workers make each occurrence of a schedule once, in its zone', async () => {
  await start();
  await start();
  // 12:30 in Oslo is 11:30 UTC until the clocks change in the night.
  await define({ name: 'noon', schedule: '30 12 * * *', zone: 'Europe/Oslo' });
  await untilTrue(() => isScheduled('noon'));
  await clock.setTime('2026-03-28T11:29:50Z');
  await untilTrue(async () => (await runsOf('noon')).some(({ status }) => ended.includes(status)));
  await clock.tick(120_000);
  expect(await runsOf('noon')).toMatchObject([{ cause: 'SCHEDULE', status: 'PUBLISHED' }]);
  await clock.setTime('2026-03-29T10:29:50Z');
  await untilTrue(async () => (await runsOf('noon')).length === 2);
  await clock.tick(120_000);
  await untilTrue(async () => (await runsOf('noon')).every(({ status }) => ended.includes(status)));
  expect(await runsOf('noon')).toMatchObject([{ status: 'PUBLISHED' }, { status: 'UNCHANGED' }]);
});

test('times that were missed while no worker ran are caught up once', async () => {
  await start();
  await define({ name: 'hourly', schedule: '0 * * * *' });
  await untilTrue(() => isScheduled('hourly'));
  await clock.tick(60_000);
  await stopAll();
  const before = (await runsOf('hourly')).length;
  await clock.setTime(clock.now() + 5 * 3_600_000);
  await start();
  await untilTrue(async () => (await runsOf('hourly')).length > before);
  await clock.tick(180_000);
  expect(await runsOf('hourly')).toHaveLength(before + 1);
});

test('a run that fails is tried again, and then visible as failed with its reason', async () => {
  await start();
  await define({ name: 'nowhere', destination: 'broken' });
  await requestRun(database.prisma, 'nowhere', 'tester');
  await untilTrue(async () => {
    await clock.tick(20_000);
    return (await runsOf('nowhere'))[0]?.status === 'FAILED';
  });
  const [run] = await runsOf('nowhere');
  expect(run).toMatchObject({ attempts: 4, version: null });
  expect(run?.error).toMatch(/^The export destination broken cannot be used: a part of its path is not a folder/);
});

test('a run whose worker was killed is taken up again by another', async () => {
  const env = { DATABASE_URL: database.url, CONCORD_EXPORT_DESTINATIONS: `local=${out}` };
  const killed = startConcord(['worker'], env);
  const exited = once(killed, 'exit');
  await define({ name: 'taken-up' });
  const holder = await database.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE passage IN ACCESS EXCLUSIVE MODE');
    await requestRun(database.prisma, 'taken-up', 'tester');
    // It writes one table after the other, and waits at this one.
    await vi.waitFor(async () => expect(await isAnybodyWaiting(database)).toBe(true), {
      timeout: 30_000,
      interval: 50,
    });
    killed.kill('SIGKILL');
    await exited;
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
  expect(await runsOf('taken-up')).toMatchObject([{ status: 'RUNNING', attempts: 1 }]);
  await clock.setTime(Date.now() + 3_600_000);
  await start();
  await untilTrue(async () => (await runsOf('taken-up'))[0]?.status === 'PUBLISHED');
  expect(await runsOf('taken-up')).toMatchObject([{ attempts: 2, error: null }]);
  const left = (await readdir(join(out, 'taken-up'))).filter((entry) => entry.startsWith('.'));
  expect(left).toEqual([]);
});

test('a definition that is removed runs no more, and what it published stays', async () => {
  await start();
  await removeDefinition(database.prisma, 'noon');
  await untilTrue(async () => !(await isScheduled('noon')));
  expect((await readdir(join(out, 'noon'))).includes('latest')).toBe(true);
});

test('a definition that could not run is refused with everything that is wrong', async () => {
  const wrong = {
    name: 'Bad Name',
    what: 'votes',
    destination: 'moon',
    schedule: '61 * * * *',
    zone: 'Europe/Oslo',
    keep: 0,
  };
  const failure = await define(wrong).catch((error) => error);
  expect(failure).toMatchObject({ code: 'INVALID_EXPORT' });
  expect(failure.message.split('\n').map((line: string) => line.split(':')[0])).toEqual([
    'name',
    'what',
    'destination',
    'keep',
    'schedule',
  ]);
  await expect(define({ name: 'asked' })).rejects.toMatchObject({ code: 'EXPORT_EXISTS' });
});
