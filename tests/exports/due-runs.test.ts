import { beforeEach, expect, test, vi } from 'vitest';
import { amendDefinition } from '#exports/definition/amend-definition.ts';
import { createDefinition } from '#exports/definition/create-definition.ts';
import type { Definition } from '#exports/definition/definition.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { nextRunAt } from '#exports/schedule/export-schedule.ts';
import { currentTime, makeDueRuns } from '#exports/worker/due-runs.ts';
import { beginRecord, leaveRun } from '#exports/worker/run-record.ts';
import { until, waitingBackends } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');
const surroundings = {
  sources: [ledgerSource],
  destinations: [
    { name: 'local', kind: 'folder', path: '/srv/local' },
    { name: 'archive', kind: 'folder', path: '/srv/archive' },
  ],
} as const;

/** Defines an export whose schedule was seen to until a moment. */
async function define(changes: Partial<Definition>, caughtUpTo: string): Promise<void> {
  const definition: Definition = {
    name: 'nightly',
    what: 'ledger',
    formats: ['csv'],
    compression: null,
    schedule: '30 2 * * *',
    zone: 'Europe/Paris',
    destination: 'local',
    keep: 3,
    ...changes,
  };
  const { id } = await createDefinition(database.prisma, definition, { ...surroundings, createdBy: 'tester' });
  await database.prisma.exportDefinition.update({ where: { id }, data: { caughtUpTo: new Date(caughtUpTo) } });
}

const look = (now: string | number, destinations = ['local']) => {
  const unreadable: string[] = [];
  const onUnreadable = ({ name }: { readonly name: string }) => unreadable.push(name);
  return makeDueRuns({ database, destinations, now: new Date(now), onUnreadable }).then(() => unreadable);
};
const dueTimes = async () =>
  (await database.prisma.exportRun.findMany({ orderBy: { id: 'asc' } })).map((run) => run.createdAt.toISOString());
const begin = async (destination: string) => {
  const run = await database.prisma.exportRun.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return beginRecord(database.prisma, { ...run, destination, attempts: 1 });
};
const nextOf = async (name: string) =>
  nextRunAt(await database.prisma.exportDefinition.findUniqueOrThrow({ where: { name } }))?.toISOString();

beforeEach(async () => {
  await database.prisma.exportDefinition.deleteMany();
});

test.each([
  ['spring, when 2:30 is skipped', '2026-03-28T12:00Z', ['2026-03-29T01:00', '2026-03-30T00:30']],
  ['autumn, when 2:30 comes twice', '2026-10-24T12:00Z', ['2026-10-25T00:30', '2026-10-26T01:30']],
])('what was announced runs once, and not before its time, in %s', async (_season, from, expected) => {
  await define({}, from);
  const announced: (string | undefined)[] = [];
  const halfHours = Array.from({ length: 80 }, (_, index) => Date.parse(from) + index * 1_800_000);
  let next = await nextOf('nightly');
  for (const now of halfHours.flatMap((time) => [time - 1, time])) {
    const before = next;
    await look(now);
    next = await nextOf('nightly');
    if (next === before) continue;
    expect(before).toBe(new Date(now).toISOString());
    announced.push(before);
    await begin('local');
  }
  expect(announced).toEqual(expected.map(wholeMinute));
  expect(await dueTimes()).toEqual(announced);
});

test('workers that look at the same time make one run', async () => {
  await define({ schedule: '* * * * *' }, '2026-03-01T00:00:30Z');
  const holder = await database.pool.connect();
  let looks: Promise<unknown>[] = [];
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM export_definition FOR UPDATE');
    looks = Array.from({ length: 4 }, () => look('2026-03-01T00:01Z'));
    // All have found that it is due, and want to make the run.
    await until(async () => (await waitingBackends(database)).length === 4);
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
  await Promise.all(looks);
  expect(await dueTimes()).toEqual(['2026-03-01T00:01'].map(wholeMinute));
});

test('times that were missed are made up for by one run, and those that come while a run waits by that', async () => {
  await define({ schedule: '@hourly', zone: 'UTC' }, '2026-03-01T00:30Z');
  await look('2026-03-08T12:15Z');
  await look('2026-03-08T13:15Z');
  expect(await dueTimes()).toEqual(['2026-03-01T01:00'].map(wholeMinute));
  await begin('local');
  expect(await nextOf('nightly')).toBe('2026-03-08T14:00:00.000Z');
  await look('2026-03-08T14:00Z');
  expect(await dueTimes()).toEqual(['2026-03-01T01:00', '2026-03-08T14:00'].map(wholeMinute));
});

test('a run is left to workers that have its destination', async () => {
  await define({ schedule: '@hourly', zone: 'UTC', destination: 'archive' }, '2026-03-01T00:30Z');
  await look('2026-03-01T01:00Z', ['local']);
  expect(await dueTimes()).toEqual([]);
  await look('2026-03-01T01:00Z', ['archive']);
  expect(await dueTimes()).toEqual(['2026-03-01T01:00'].map(wholeMinute));
});

test('a run that was begun at one destination is not begun at another until it is left', async () => {
  await define({ schedule: '@hourly', zone: 'UTC' }, '2026-03-01T00:30Z');
  await look('2026-03-01T01:00Z');
  expect(await begin('local')).not.toBeNull();
  expect(await begin('archive')).toBeNull();
  const run = await database.prisma.exportRun.findFirstOrThrow();
  await leaveRun(database.prisma, { ...run, destination: 'archive' });
  expect(await database.prisma.exportRun.findFirstOrThrow()).toEqual(run);
  await leaveRun(database.prisma, { ...run, destination: 'local' });
  const left = await database.prisma.exportRun.findFirstOrThrow();
  expect(left).toMatchObject({ id: run.id, status: 'QUEUED', destination: null });
  expect(left.jobId).not.toBe(run.jobId);
  expect(await begin('archive')).not.toBeNull();
});

test('another schedule, or another zone, begins when it is amended', async () => {
  await define({}, '2026-03-01T00:00Z');
  const before = new Date();
  await amendDefinition(database.prisma, 'nightly', { keep: 5 }, surroundings);
  expect(await nextOf('nightly')).toBe('2026-03-01T01:30:00.000Z');
  await amendDefinition(database.prisma, 'nightly', { zone: 'Asia/Tokyo' }, surroundings);
  expect(new Date((await nextOf('nightly')) ?? 0) > before).toBe(true);
});

test('a schedule that an earlier version took is told of and does not keep others from running', async () => {
  await define({ name: 'a', schedule: '@hourly', zone: 'UTC' }, '2026-03-01T00:30Z');
  await database.prisma.exportDefinition.update({ where: { name: 'a' }, data: { schedule: 'H * * * *' } });
  await define({ name: 'b', schedule: '@hourly', zone: 'UTC' }, '2026-03-01T00:30Z');
  expect(await look('2026-03-01T01:00Z')).toEqual(['a']);
  expect(await dueTimes()).toHaveLength(1);
});

test('time goes by the clock of the database, or by our own when that is behind', async () => {
  const [early, late] = [new Date('2001-02-03T04:05Z'), new Date('2201-02-03T04:05Z')];
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime(early);
    expect(await currentTime(database)).toEqual(early);
    vi.setSystemTime(late);
    expect((await currentTime(database)).getUTCFullYear()).toBeLessThan(2200);
  } finally {
    vi.useRealTimers();
  }
});

const wholeMinute = (time: string) => `${time}:00.000Z`;
