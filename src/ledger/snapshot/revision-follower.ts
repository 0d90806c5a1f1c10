import { Client, type DatabaseError } from 'pg';

export interface RevisionFollower {
  /** Looks now, without waiting to be told. */
  nudge(): void;
  close(): Promise<void>;
}

const reconnectMs = 250;
const connectMs = 3_000;
const pollMs = 5_000;

const notOnStandby = '25006';

/**
 * Calls `onChange` with a connection of its own whenever there may be a newer revision: when one is told of, after every (re)connection, and
 * every five seconds besides. Calls do not overlap. A lost connection is opened again four times a second.
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
  let reconnection: NodeJS.Timeout | undefined;

  const run = () => {
    again = true;
    running ??= work().finally(() => {
      running = null;
    });
  };
  const work = async () => {
    while (again && !closed && client !== null) {
      again = false;
      const { current } = { current: client };
      await onChange(current).catch((error) => lost(current, error));
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
    const opening = new Client({
      connectionString: url,
      application_name: 'concord',
      keepAlive: true,
      connectionTimeoutMillis: connectMs,
      options: '-c timezone=UTC',
    });
    client = opening;
    opening.on('error', (error) => lost(opening, error));
    opening.on('end', () => lost(opening, new Error('the connection was closed')));
    opening.on('notification', run);
    try {
      await opening.connect();
      await opening.query('LISTEN concord_revision').catch(refusedByStandby);
      run();
    } catch (error) {
      lost(opening, error);
    }
  };
  const polling = setInterval(run, pollMs);
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

/** A standby tells of nothing; it is asked every five seconds all the same. */
function refusedByStandby(error: DatabaseError): void {
  if (error.code !== notOnStandby) throw error;
}
