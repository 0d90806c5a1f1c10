import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { TestClock } from 'pg-boss';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ExportDestination } from '#config/export-destinations.ts';
import { amendDefinition } from '#exports/definition/amend-definition.ts';
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
const start = async (names = ['local', 'broken']) => {
  const own = destinations.filter(({ name }) => names.includes(name));
  const worker = await startWorker({ database, sources: sourcesNow, destinations: own, logger: silent, clock });
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
/** A definition whose schedule begins by the clock of the test. */
const schedule = async (changes: Partial<Definition>) => {
  const { id } = await define(changes);
  await database.prisma.exportDefinition.update({ where: { id }, data: { caughtUpTo: new Date(clock.now()) } });
};

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
  await schedule({ name: 'noon', schedule: '30 12 * * *', zone: 'Europe/Oslo' });
  await clock.setTime('2026-03-28T11:29:50Z');
  await untilTrue(async () => (await runsOf('noon')).some(({ status }) => ended.includes(status)));
  await clock.setTime('2026-03-29T10:29:50Z');
  await untilTrue(async () => (await runsOf('noon')).length === 2);
  await untilTrue(async () => (await runsOf('noon')).every(({ status }) => ended.includes(status)));
  expect(await runsOf('noon')).toMatchObject([
    { cause: 'SCHEDULE', status: 'PUBLISHED', createdAt: new Date('2026-03-28T11:30Z') },
    { cause: 'SCHEDULE', status: 'UNCHANGED', createdAt: new Date('2026-03-29T10:30Z') },
  ]);
});

test('times that were missed while no worker ran are made up for once', async () => {
  await schedule({ name: 'hourly', schedule: '0 * * * *' });
  await clock.setTime(clock.now() + 5 * 3_600_000);
  await start();
  await untilTrue(async () => (await runsOf('hourly')).some(({ status }) => ended.includes(status)));
  expect(await runsOf('hourly')).toHaveLength(1);
});

test('a worker that lacks a destination leaves a run to one that has it', async () => {
  await start(['broken']);
  await define({ name: 'elsewhere' });
  await requestRun(database.prisma, 'elsewhere', 'tester');
  await define({ name: 'here', destination: 'broken' });
  await requestRun(database.prisma, 'here', 'tester');
  // It has looked at both when it has begun the later one.
  await untilTrue(async () => (await runsOf('here'))[0]?.status === 'RETRYING');
  expect(await runsOf('elsewhere')).toMatchObject([{ status: 'QUEUED', attempts: 0 }]);
  await removeDefinition(database.prisma, 'here');
  await start(['local']);
  await untilTrue(async () => (await runsOf('elsewhere'))[0]?.status === 'PUBLISHED');
  expect(await runsOf('elsewhere')).toMatchObject([{ attempts: 1, error: null }]);
});

test('a run whose export is amended to another destination goes there', async () => {
  await start(['broken']);
  await define({ name: 'moved', destination: 'broken' });
  await requestRun(database.prisma, 'moved', 'tester');
  await untilTrue(async () => (await runsOf('moved'))[0]?.status === 'RETRYING');
  await amendDefinition(database.prisma, 'moved', { destination: 'local' }, { sources, destinations });
  await untilTrue(async () => (await runsOf('moved'))[0]?.status === 'QUEUED');
  await start(['local']);
  await untilTrue(async () => (await runsOf('moved'))[0]?.status === 'PUBLISHED');
  expect(await runsOf('moved')).toMatchObject([{ destination: 'local', error: null }]);
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

test('what a removed definition published stays', async () => {
  await removeDefinition(database.prisma, 'noon');
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
