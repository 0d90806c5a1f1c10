import { expect, test } from 'vitest';
import { NewestTimeline, type Timeline } from '#postgres/database-timeline.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';

const first: Timeline = { systemIdentifier: '7', timeline: 3, inRecovery: false, ledger: 'a' };

/** What each of the timelines seen one after the other is answered, and how often was told that the database moved. */
function told(...seen: readonly Partial<Timeline>[]) {
  const newest = new NewestTimeline();
  let moves = 0;
  newest.onMoved(() => moves++);
  const taken = seen.map((change) => newest.report({ ...first, ...change }));
  return { taken, moves };
}

test.each([
  ['the same is taken', [{}, {}], [true, true], 0],
  [
    'a promoted standby is where the database is now, and the old server is refused from then on',
    [{}, { timeline: 4 }, {}],
    [true, true, false],
    1,
  ],
  ['another system is where it is now', [{}, { systemIdentifier: '8', timeline: 1 }], [true, true], 1],
  ['so is another ledger on the same server', [{}, { ledger: 'b' }], [true, true], 1],
  [
    'a standby of the same system is taken, though it tells its timeline late',
    [{}, { inRecovery: true, timeline: 2 }],
    [true, true],
    0,
  ],
  ['the primary of a standby is taken', [{ inRecovery: true }, { timeline: 4 }], [true, true], 0],
  ['a ledger that gets its id by a migration is the same', [{ ledger: null }, {}], [true, true], 0],
  ['a server that tells nothing is believed', [{ timeline: null, systemIdentifier: null }, {}], [true, true], 0],
] as const)('%s', (_, seen, taken, moves) => {
  expect(told(...seen)).toEqual({ taken, moves });
});

test('a timeline that nothing led to for ten seconds was given up, and the older one is where the database is now', () => {
  let now = 0;
  const newest = new NewestTimeline(() => now);
  let moves = 0;
  newest.onMoved(() => moves++);
  const seenAt = (at: number, timeline: number) => {
    now = at;
    return newest.report({ ...first, timeline });
  };
  seenAt(0, 4);
  expect([seenAt(100_000, 3), seenAt(109_000, 3), seenAt(109_500, 4), seenAt(111_000, 3)]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect(moves).toBe(0);
  expect([seenAt(121_000, 3), seenAt(121_100, 3), newest.newest?.timeline, moves]).toEqual([true, true, 3, 1]);
  // A promotion that comes now is a new one.
  expect([seenAt(122_000, 4), moves]).toEqual([true, 2]);
});

test('an address of standbys is passing when it leads to a primary, for three seconds', () => {
  let now = 0;
  let newest = new NewestTimeline(() => now);
  const seenAt = (at: number, inRecovery: boolean) => {
    now = at;
    newest.report({ ...first, inRecovery });
    return newest.isPassing;
  };
  expect([seenAt(0, true), seenAt(60_000, false), seenAt(62_999, false)]).toEqual([false, true, true]);
  expect([seenAt(64_000, true), seenAt(90_000, false), seenAt(93_000, false)]).toEqual([false, true, false]);
  // A primary that stays there is no passing one: after a crash it may be a standby for a while before it is the primary again.
  newest = new NewestTimeline(() => now);
  expect([seenAt(100_000, false), seenAt(160_000, true), seenAt(180_000, false)]).toEqual([false, false, false]);
});

const database = useDatabase('migrated');
const served = useServedDatabase(() => database.url);

test('when the database moved, what is under way on the old server fails, and its connections are not taken again', async () => {
  const { pool } = served as unknown as { pool: import('#postgres/accountable-pool.ts').AccountablePool };
  const blocker = await database.pool.connect();
  await blocker.query('SELECT pg_advisory_lock(7)');
  const busy = await pool.connect();
  const failing = busy.query('SELECT pg_advisory_lock(7)').catch((error) => error);
  const here = pool.timelines.newest as Timeline; // a connection is open
  pool.timelines.report({ ...here, timeline: (here.timeline ?? 0) + 1 });
  expect((await failing).message).toMatch(/^Connection terminated: the database has moved to another server/);
  busy.release();
  await blocker.query('SELECT pg_advisory_unlock(7)');
  blocker.release();
  // This server is the old one now.
  await expect(pool.query('SELECT 1')).rejects.toThrow(/^Connection terminated: it leads to a former primary server/);
});
