import { beforeEach, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { openSnapshots } from '#snapshot/snapshots.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { held } from './answers-of.ts';
import { caughtUp } from './caught-up.ts';
import { addStances, firstWords, retireStances } from './commit.ts';
import { heldBySql } from './held-by-sql.ts';
import { carriedOn, readAnew } from './snapshots-of.ts';

const database = useDatabase('migrated');
const someDays = ['2000-01-02', '2003-06-01', '2026-01-01'];
/** Who holds what, at its revision and the one before; the same as `heldBySql` says it. */
const answers = (snapshot: Snapshot) =>
  [snapshot.revision - 1, snapshot.revision].map((revision) => ({
    revision,
    held: someDays.map((day) => held(snapshot, day, revision)),
  }));
const roomOf = ({ stances }: Snapshot) => stances.id.length - stances.length;

beforeEach(async () => {
  await say(database, firstWords);
});

test('a snapshot is carried on as long as there is room for what was added, to the last stanceRow', async () => {
  const before = await readAnew(database);
  await addStances(database, roomOf(before));
  const full = await carriedOn(database, before);
  expect(full && roomOf(full)).toBe(0);
  expect(full && answers(full)).toEqual(answers(await readAnew(database)));
});

test('one stance too many cannot be carried on', async () => {
  const before = await readAnew(database);
  await addStances(database, roomOf(before) + 1);
  expect(await carriedOn(database, before)).toBeNull();
});

test('several revisions that together add one stance too many cannot be carried on', async () => {
  const before = await readAnew(database);
  await addStances(database, roomOf(before));
  await addStances(database, 1);
  expect(await carriedOn(database, before)).toBeNull();
});

test('a full snapshot is carried on when stances are retired and none is added', async () => {
  const before = await readAnew(database);
  await addStances(database, roomOf(before));
  const full = await carriedOn(database, before);
  await retireStances(database);
  const carried = full && (await carriedOn(database, full));
  expect(carried && answers(carried)).toEqual(answers(await readAnew(database)));
});

test('when there is no room, the snapshot that comes next holds everything, and room again', async () => {
  const snapshots = openSnapshots(database.url, () => {});
  const before = await snapshots.newest();
  const revision = await addStances(database, roomOf(before) + 1);
  const now = await caughtUp(snapshots, revision);
  await snapshots.close();
  expect(answers(now)).toEqual(await heldBySql(database.pool, someDays, revision - 1, revision));
  expect(roomOf(now)).toBeGreaterThan(1000);
});
