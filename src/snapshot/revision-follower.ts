import { Client, type DatabaseError } from 'pg';
import { serverConnection } from '#postgres/connection-names.ts';
import { isSameTimeline, readTimeline } from '#postgres/database-timeline.ts';
import { noticeSilence } from './notice-silence.ts';

export interface RevisionFollower {
  /** Checks now, without waiting for a notification. */
  nudge(): void;
  close(): Promise<void>;
}

const reconnectMs = 250;
const connectMs = 3_000;
const pollMs = 5_000;
/** A server that does not respond to a query for this long, or up to twice that, is taken for gone. */
const silenceMs = 4_500;

const notOnStandby = '25006';

/**
 * Calls `onChange` with a connection of its own whenever there may be a newer revision: when one is told of, after every (re)connection, and
 * every five seconds besides. Calls do not overlap. A connection that is lost, silent, or not to where new connections lead is opened again,
 * four times a second.
 */
export function followRevisions(
  url: string,
  onChange: (client: Client) => Promise<void>,
  onError: (error: unknown) => void,
): RevisionFollower {
  let client: Client | null = null;
  let closed = false;
  let running: Promise<void> | null = null;
  let again = false;
  let isCheckDue = false;
  let reconnection: NodeJS.Timeout | undefined;

  const run = () => {
    again = true;
    running ??= work().finally(() => {
      running = null;
    });
  };
  const poll = () => {
    isCheckDue = true;
    run();
  };
  const work = async () => {
    while (again && !closed && client !== null) {
      again = false;
      const { current } = { current: client };
      const check = isCheckDue;
      isCheckDue = false;
      await noticeSilence(current, silenceMs, async () => {
        if (check) await refuseLeftBehind(current, open(url));
        await onChange(current);
      }).catch((error) => lost(current, error));
    }
  };
  const lost = (which: Client, error: unknown) => {
    if (closed || which !== client) return;
    onError(error);
    client = null;
    which.end().catch(() => {});
    reconnection = setTimeout(connect, reconnectMs);
    reconnection.unref();
  };
  const connect = async () => {
    const opening = open(url);
    client = opening;
    opening.on('error', (error) => lost(opening, error));
    opening.on('end', () => lost(opening, new Error('the connection was closed')));
    opening.on('notification', run);
    try {
      await noticeSilence(opening, silenceMs, async () => {
        await opening.connect();
        await opening.query('LISTEN concord_revision').catch(refusedByStandby);
      });
      run();
    } catch (error) {
      lost(opening, error);
    }
  };
  const polling = setInterval(poll, pollMs);
  polling.unref();
  void connect();

  return {
    nudge: run,
    async close() {
      closed = true;
      clearInterval(polling);
      clearTimeout(reconnection);
      await client?.end().catch(() => {});
      await running;
    },
  };
}

const open = (url: string) =>
  new Client({
    connectionString: url,
    application_name: serverConnection,
    keepAlive: true,
    connectionTimeoutMillis: connectMs,
    options: '-c timezone=UTC',
  });

/**
 * Throws when a new connection leads to another history than the present one: a proxy leaves open connections where they are when it sends new ones
 * to a promoted standby.
 */
async function refuseLeftBehind(present: Client, fresh: Client): Promise<void> {
  fresh.on('error', () => {});
  try {
    const [there, here] = await noticeSilence(fresh, silenceMs, async () => {
      await fresh.connect();
      return [await readTimeline(fresh), await readTimeline(present)] as const;
    });
    if (isSameTimeline(there, here)) return;
    throw new Error(
      `New connections lead to a different database: found timeline ${there.timeline} of system ${there.systemIdentifier}, ledger ${there.ledger}; expected timeline ${here.timeline} of system ${here.systemIdentifier}, ledger ${here.ledger}. Following that one from now on.`,
    );
  } finally {
    fresh.end().catch(() => {});
  }
}

/** A standby sends no notifications, so it is polled every five seconds. */
function refusedByStandby(error: DatabaseError): void {
  if (error.code !== notOnStandby) throw error;
}
