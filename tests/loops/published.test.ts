import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FollowingSnapshots } from '#snapshot/snapshots.ts';
import { seeds, useRecords } from '../support/database.ts';

// By Node itself: structured clones are of its own classes.
const load = createRequire(import.meta.url);
const { openSnapshots } = load('#snapshot/snapshots.ts') as typeof import('#snapshot/snapshots.ts');
const { Publisher } = load('#server/loops/publisher.ts') as typeof import('#server/loops/publisher.ts');
const { FollowedSnapshots } = load(
  '#server/loops/followed-snapshots.ts',
) as typeof import('#server/loops/followed-snapshots.ts');

const database = useRecords(seeds);
let snapshots: FollowingSnapshots;
beforeAll(async () => {
  snapshots = openSnapshots(database.url, () => {});
  await snapshots.newest();
});
afterAll(() => snapshots.close());

/** The snapshots of another loop, with what it was told. */
function follow(publisher: InstanceType<typeof Publisher>) {
  const told: string[] = [];
  const tell = (what: string) => () => void told.push(what);
  const followed = new FollowedSnapshots(publisher.subscribe(), {
    loops: 2,
    await: (revision) => void told.push(`await ${revision}`),
    doubt: tell('doubt'),
    distrust: tell('distrust'),
  });
  return { followed, told };
}

/** What publishes the snapshots that a test gives it. */
function publishing() {
  let behold: Parameters<FollowingSnapshots['behold']>[0] = () => {};
  const source = {
    behold(beholder: typeof behold) {
      behold = beholder;
    },
  } as FollowingSnapshots;
  const publisher = new Publisher(source, 2);
  return { publisher, publish: (snapshot: Parameters<typeof behold>[0]) => behold(snapshot) };
}

test('an edition is what all loops answer from as soon as it is published, without waiting for a message', async () => {
  const { publisher, publish } = publishing();
  const early = follow(publisher);
  expect(early.followed.current).toBeNull();
  const snapshot = await snapshots.newest();
  publish(snapshot);
  const [late] = [follow(publisher)];
  for (const { followed } of [early, late]) {
    expect(followed.current).toMatchObject({ revision: 1, digest: snapshot.digest });
    expect(followed.current?.stances.position).toBeInstanceOf(Int8Array);
    expect(followed.current?.stances.position.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(publisher.snapshotOf(followed.editionOf(followed.current as typeof snapshot))).toBe(snapshot);
  }

  const next = { ...snapshot, revision: 2, digest: 'f'.repeat(64), digests: [...snapshot.digests, 'f'.repeat(64)] };
  publish(next);
  for (const { followed } of [early, late]) {
    const before = followed.current;
    expect(before).toMatchObject({ revision: 2, digests: next.digests });
    // What did not change is what it was, with all that is remembered of it.
    expect(followed.current?.parties).toBe(before?.parties);
    await followed.close();
  }
});

test('a ledger with another past is dropped by all, and who asks waits for what comes then', async () => {
  const { publisher, publish } = publishing();
  const { followed } = follow(publisher);
  const snapshot = await snapshots.newest();
  publish(snapshot);
  expect(followed.current?.revision).toBe(1);
  publish(null);
  expect([followed.current, followed.checkedAt]).toEqual([null, null]);
  const asked = followed.newest();
  publish({ ...snapshot, digest: '0'.repeat(64) });
  expect((await asked).digest).toBe('0'.repeat(64));
  expect(followed.checkedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  await followed.close();
});

test('who waits for a revision gets it when it comes, and the first loop is asked to look', async () => {
  const { publisher, publish } = publishing();
  const { followed, told } = follow(publisher);
  const snapshot = await snapshots.newest();
  publish(snapshot);
  const waited = followed.atLeast(2, 60_000);
  expect(told).toEqual(['await 2']);
  publish({ ...snapshot, revision: 2, digests: [...snapshot.digests, 'f'.repeat(64)] });
  expect((await waited)?.revision).toBe(2);
  expect(await followed.atLeast(3, 1)).toBeNull();
  followed.check();
  expect(told.at(-1)).toBe('doubt');
  publisher.distrust();
  await expect.poll(() => told).toContain('distrust');
  await followed.close();
});

test('who follows the snapshots is told of each newer one, without asking for it, until that is enough', async () => {
  const { publisher, publish } = publishing();
  const { followed } = follow(publisher);
  const revisions: number[] = [];
  const stop = followed.onNewer(({ revision }) => void revisions.push(revision));
  const snapshot = await snapshots.newest();
  publish(snapshot);
  publish(snapshot);
  const next = { ...snapshot, revision: 2, digests: [...snapshot.digests, 'f'.repeat(64)] };
  publish(next);
  await expect.poll(() => revisions).toEqual([1, 2]);
  stop();
  publish({ ...next, revision: 3 });
  expect(followed.current?.revision).toBe(3);
  expect(revisions).toEqual([1, 2]);
  await followed.close();
});
