import type { ClientBase, Pool } from 'pg';
import { AccountablePool, begunAt } from './accountable-pool.ts';
import { connectSoon } from './connect-soon.ts';
import { readTimeline, type Timeline } from './database-timeline.ts';
import { destroyConnection } from './end-connections.ts';
import { timelineOf } from './set-up-connection.ts';

const patienceMs = 3_000;

/**
 * Opens a connection to the address of a pool, looks where it leads, and tells the pool: a balancer may have moved new connections to another server
 * while old ones stay where they are.
 */
export const lookAnew = (pool: AccountablePool): Promise<Timeline> =>
  askAnew(pool, async (_, { timeline }) => timeline);

/** Where a new connection led. */
export interface Looked {
  readonly timeline: Timeline;
  /** False when others led to a newer timeline: it is a server that was left behind. */
  readonly isNewest: boolean;
}

/** The same, and asks more on that connection. */
export async function askAnew<Found>(
  pool: AccountablePool,
  ask: (client: ClientBase, looked: Looked) => Promise<Found>,
): Promise<Found> {
  const { connectionString } = pool.options;
  const began = performance.now();
  const client = await connectSoon(
    { connectionString, application_name: 'concord', query_timeout: patienceMs },
    patienceMs,
  );
  try {
    pool.abandonOpening(began);
    const timeline = await readTimeline(client);
    const found = await ask(client, { timeline, isNewest: pool.timelines.report(timeline) });
    client.end().catch(() => {});
    return found;
  } catch (error) {
    destroyConnection(client);
    throw error;
  }
}

interface Looks {
  /** The one that was begun last, or a connection of the pool that was open since. One that found no primary is as old as can be. */
  readonly last: { readonly look: Promise<Timeline>; beganAt: number } | null;
  /** The one that has not begun, for all who ask before it does. */
  readonly next: Promise<Timeline> | null;
}

const looksOf = new WeakMap<AccountablePool, Looks>();
const noLooks: Looks = { last: null, next: null };

/** A look that begins after this was called. Those who ask while one is under way share the one after it: one connection is opened at a time. */
function sharedLook(pool: AccountablePool): Promise<Timeline> {
  const { last, next } = looksOf.get(pool) ?? noLooks;
  if (next !== null) return next;
  const begin = () => {
    const look = lookAnew(pool);
    const mine = { look, beganAt: performance.now() };
    looksOf.set(pool, { last: mine, next: null });
    const isOfNoUse = () => {
      mine.beganAt = Number.NEGATIVE_INFINITY;
    };
    look.then(({ inRecovery }) => inRecovery && isOfNoUse(), isOfNoUse);
    return look;
  };
  const look = last === null ? begin() : last.look.then(begin, begin);
  if (last !== null) looksOf.set(pool, { last, next: look });
  return look;
}

/** A look that began after a time, by the clock of `performance`, or begins now. */
export function lookSince(pool: AccountablePool, since: number): Promise<Timeline> {
  const { last } = looksOf.get(pool) ?? noLooks;
  return last !== null && last.beganAt >= since ? last.look : sharedLook(pool);
}

/** Where a connection of a pool led that was opened a moment ago is as good as a look: on a busy machine both take long, and one is enough. */
export function noteOpened(pool: Pool, client: ClientBase, since: number): void {
  const timeline = timelineOf(client);
  if (!(pool instanceof AccountablePool) || timeline === null || begunAt(client) < since) return;
  const { next } = looksOf.get(pool) ?? noLooks;
  looksOf.set(pool, { last: { look: Promise.resolve(timeline), beganAt: performance.now() }, next });
}
