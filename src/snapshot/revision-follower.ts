import type { Client, DatabaseError } from 'pg';
import { connectSoon } from '#postgres/connect-soon.ts';
import { serverConnection } from '#postgres/connection-names.ts';
import { leadTogether, readTimeline } from '#postgres/database-timeline.ts';
import { destroyConnection } from '#postgres/end-connections.ts';
import { inUtc } from '#postgres/set-up-connection.ts';

/** What pg has and does not declare. */
interface Inside {
  readonly connection: { readonly stream: { readonly bytesRead?: number; destroy(): void } };
  /** False while the server owes an answer. */
  readonly readyForQuery: boolean;
}

/**
 * Runs work that asks a client one thing after another, and closes the connection when the server owes an answer and nothing at all comes from it for
 * one to two times so many milliseconds: packets that are dropped on the way break no connection. The work fails with an error that says so.
 */
export async function noticeSilence<Result>(
  client: Client,
  silenceMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const inside = client as unknown as Inside; // see above
  const silent = Promise.withResolvers<never>();
  let heard: number | null = null;
  const look = () => {
    const { bytesRead = 0 } = inside.connection.stream;
    if (!inside.readyForQuery && bytesRead === heard) {
      silent.reject(new Error(`No response from the database for more than ${silenceMs / 1000} s.`));
      inside.connection.stream.destroy();
    }
    heard = inside.readyForQuery ? null : bytesRead;
  };
  const timer = setInterval(look, silenceMs);
  timer.unref();
  try {
    return await Promise.race([work(), silent.promise]);
  } finally {
    clearInterval(timer);
  }
}

export interface RevisionFollower {
  /** Looks now, without waiting for a notification. */
  nudge(): void;
  /** Looks now, and whether new connections lead where the present one does. */
  check(): void;
  /** Whether the database tells of new revisions; a standby does not. */
  readonly isTold: boolean;
  close(): Promise<void>;
}

const reconnectMs = 250;
const connectMs = 3_000;
const checkMs = 5_000;
/** A server that does not respond to a query for this long, or up to twice that, is taken for gone. */
const silenceMs = 4_500;

const notOnStandby = '25006';

export interface Following {
  /** Called whenever there may be a newer revision. */
  readonly onChange: (client: Client) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between looks at a standby, which tells of nothing. */
  readonly followMs: number;
}

/**
 * Calls `onChange` with a connection of its own whenever there may be a newer revision: when one is told of, after every (re)connection, and
 * every five seconds besides; on a standby every `followMs`. Calls do not overlap. A connection that is lost, silent, or not to where new
 * connections lead is opened again, four times a second.
 */
export function followRevisions(url: string, { onChange, onError, followMs }: Following): RevisionFollower {
  let client: Client | null = null;
  const closing = new AbortController();
  let running: Promise<void> | null = null;
  let again = false;
  let isCheckDue = false;
  /** Null until the connection is open. */
  let isTold: boolean | null = null;
  let reconnection: NodeJS.Timeout | undefined;

  const run = () => {
    again = true;
    running ??= work().finally(() => {
      running = null;
    });
  };
  const check = () => {
    isCheckDue = true;
    run();
  };
  // Tried again at every check: a standby may have been promoted.
  const listen = async (there: Client) => {
    isTold = await isListening(there);
  };
  const work = async () => {
    while (again && !closing.signal.aborted && client !== null) {
      again = false;
      const { current } = { current: client };
      const checks = isCheckDue;
      isCheckDue = false;
      await noticeSilence(current, silenceMs, async () => {
        if (checks) await refuseLeftBehind(current, await open(url, closing.signal));
        if (checks && !isTold) await listen(current);
        await onChange(current);
      }).catch((error) => lost(current, error));
    }
  };
  const comeAgain = (error: unknown) => {
    if (closing.signal.aborted) return;
    onError(error);
    reconnection = setTimeout(connect, reconnectMs);
    reconnection.unref();
  };
  const lost = (which: Client, error: unknown) => {
    if (closing.signal.aborted || which !== client) return;
    client = null;
    isTold = null;
    which.end().catch(() => {});
    comeAgain(error);
  };
  const connect = async () => {
    const opened = await open(url, closing.signal).catch((error) => {
      comeAgain(error);
      return null;
    });
    if (opened === null) return;
    if (closing.signal.aborted) return destroyConnection(opened);
    client = opened;
    opened.on('error', (error) => lost(opened, error));
    opened.on('end', () => lost(opened, new Error('the connection was closed')));
    opened.on('notification', run);
    try {
      await noticeSilence(opened, silenceMs, async () => {
        await opened.query(inUtc);
        await listen(opened);
      });
      run();
    } catch (error) {
      lost(opened, error);
    }
  };
  const checking = setInterval(check, checkMs);
  checking.unref();
  const looking = setInterval(() => {
    if (isTold === false) run();
  }, followMs);
  looking.unref();
  void connect();

  return {
    nudge: run,
    check,
    get isTold() {
      return isTold === true;
    },
    async close() {
      closing.abort();
      clearInterval(checking);
      clearInterval(looking);
      clearTimeout(reconnection);
      await client?.end().catch(() => {});
      await running;
    },
  };
}

const open = (url: string, givenUp: AbortSignal) =>
  connectSoon({ connectionString: url, application_name: serverConnection, keepAlive: true }, connectMs, givenUp);

/**
 * Throws when a new connection leads to another history than the present one: a proxy leaves open connections where they are when it sends new ones
 * to a promoted standby.
 */
async function refuseLeftBehind(present: Client, fresh: Client): Promise<void> {
  try {
    const [there, here] = await noticeSilence(fresh, silenceMs, async () => {
      return [await readTimeline(fresh), await readTimeline(present)] as const;
    });
    if (leadTogether(here, there)) return;
    throw new Error(
      `New connections lead to a different database: found timeline ${there.timeline} of system ${there.systemIdentifier}, ledger ${there.ledger}; expected timeline ${here.timeline} of system ${here.systemIdentifier}, ledger ${here.ledger}. Following that one from now on.`,
    );
  } finally {
    fresh.end().catch(() => {});
  }
}

/** Asks to be told of revisions; whether that is granted, which a standby does not. */
const isListening = (client: Client): Promise<boolean> =>
  client.query('LISTEN concord_revision').then(
    () => true,
    (error: DatabaseError) => {
      if (error.code !== notOnStandby) throw error;
      return false;
    },
  );
