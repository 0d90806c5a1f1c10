import type { ClientBase, Pool } from 'pg';
import { AccountablePool } from './accountable-pool.ts';
import { connectSoon } from './connect-soon.ts';
import { LedToStandbyError, OutcomeUnknownError } from './database-error.ts';
import { isSameTimeline, readTimeline, type Timeline } from './database-timeline.ts';
import { destroyConnection } from './end-connections.ts';
import { isDirect, timelineOf } from './set-up-connection.ts';

const patienceMs = 3_000;

/**
 * Opens a connection to the address of a pool, looks where it leads, and tells the pool: a balancer may have moved new connections to another server
 * while old ones stay where they are.
 */
export async function lookAnew(pool: AccountablePool): Promise<Timeline> {
  const { connectionString } = pool.options;
  const began = performance.now();
  const client = await connectSoon(
    { connectionString, application_name: 'concord', query_timeout: patienceMs },
    patienceMs,
  );
  try {
    pool.abandonOpening(began);
    const timeline = await readTimeline(client);
    pool.timelines.report(timeline);
    client.end().catch(() => {});
    return timeline;
  } catch (error) {
    destroyConnection(client);
    throw error;
  }
}

interface Looks {
  /** The one that was begun last. */
  readonly last: { readonly look: Promise<Timeline>; readonly beganAt: number } | null;
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
    looksOf.set(pool, { last: { look, beganAt: performance.now() }, next: null });
    return look;
  };
  const look = last === null ? begin() : last.look.then(begin, begin);
  if (last !== null) looksOf.set(pool, { last, next: look });
  return look;
}

const recentMs = 1_000;

/** A look that began a second ago at most, or begins now. */
function recentLook(pool: AccountablePool): Promise<Timeline> {
  const { last } = looksOf.get(pool) ?? noLooks;
  return last !== null && performance.now() - last.beganAt < recentMs ? last.look : sharedLook(pool);
}

/** Pools on which the last commit was confirmed by all standbys that commits wait for. */
const confirmed = new WeakSet<AccountablePool>();

/**
 * Looks where the database is before something is written: nothing is begun on a server that was left behind, whose revisions readers would see until it is
 * noticed. A look that finds another server ends the connections to the old one, and what is done on them fails.
 * Rejects with what the look met, and with LedToStandbyError where nothing can be written. Where commits are confirmed by standbys a recent look will do:
 * on a server that was left behind none of them confirms, and what is not confirmed nobody sees.
 */
export function lookBefore(pool: Pool): Promise<unknown> {
  if (!(pool instanceof AccountablePool) || pool.leadsDirectly) return Promise.resolve();
  const look = (confirmed.has(pool) ? recentLook(pool) : sharedLook(pool)).then(({ inRecovery }) => {
    if (inRecovery) throw new LedToStandbyError();
  });
  look.catch(() => confirmed.delete(pool)); // whoever waits for it gets the error; the next one is to look for itself
  return look;
}

/** Whether the address of a pool leads to standbys, but for one that was promoted a moment ago: what is sent there next may meet a standby again. */
export const mayLeadToStandbys = (pool: Pool): boolean => pool instanceof AccountablePool && pool.timelines.isPassing;

/**
 * Makes sure, after something was committed on a connection, that this was where the database is: on a server that was left behind it will be lost, unless
 * all standbys that commits wait for have confirmed it.
 * @throws OutcomeUnknownError
 */
export async function requireSameDatabase(pool: Pool, client: ClientBase, isConfirmed = false): Promise<void> {
  const written = timelineOf(client);
  if (written === null || isDirect(client) || !(pool instanceof AccountablePool)) return;
  if (isConfirmed) {
    confirmed.add(pool);
    return;
  }
  confirmed.delete(pool);
  const now = await sharedLook(pool).catch((cause) => {
    throw new OutcomeUnknownError({ cause });
  });
  // A connection that was opened before the migration saw no ledger.
  const ledger = written.ledger ?? now.ledger;
  if (now.inRecovery || !isSameTimeline({ ...written, ledger }, now)) throw new OutcomeUnknownError();
}
