import { Client, type ClientBase, type Pool, type PoolClient } from 'pg';

/** What pg has and does not declare. */
interface WithStream {
  readonly connection?: { readonly stream?: { destroy(error?: Error): void } };
}

/** Closes the socket of a connection without a word to the server, which may not be there to hear it; what runs on it fails. */
export function destroyConnection(
  client: ClientBase,
  reason: Error = new Error('Connection terminated: abandoned'),
): void {
  (client as unknown as WithStream).connection?.stream?.destroy(reason);
}

/** The server's process for a connection. */
export interface Backend {
  readonly pid: number;
  /** When it began, as seconds with microseconds: behind a balancer a number alone may be that of a process of another server. */
  readonly startedAt: string;
}

/** Selects what tells the process of the connection that asks. */
export const ownBackend = `(SELECT json_build_object('pid', pid, 'startedAt', extract(epoch FROM backend_start)::text)
  FROM pg_stat_activity WHERE pid = pg_backend_pid()) AS backend`;

/** Selects, of backends as JSON in `$1`, those that are processes of this server. */
export const amongBackends = `
  FROM pg_stat_activity JOIN json_to_recordset($1::json) AS known(pid int, "startedAt" text) USING (pid)
  WHERE extract(epoch FROM backend_start)::text = "startedAt"`;

const told = new WeakMap<ClientBase, Backend>();

/** Keeps the server's process for a connection, as the server itself told it: behind a pooler, what pg knows is a number of the pooler. */
export const noteBackend = (client: ClientBase, backend: Backend): void => void told.set(client, backend);

/** The server's process for a connection; null before it told. */
export const backendOf = (client: ClientBase): Backend | null => told.get(client) ?? null;

/** Lets the connections of a pool be ended while they work. */
export function cutConnections(pool: Pool, url: string): () => Promise<void> {
  const open = new Set<PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  return async () => {
    const backends = Array.from(open, backendOf).filter((one) => one !== null);
    if (backends.length === 0) return;
    const client = new Client({ connectionString: url, application_name: 'concord', connectionTimeoutMillis: 1_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      // Closing the socket would leave the server at work until the statement ends, which may wait for a lock.
      await client.query(`SELECT pg_terminate_backend(pid) ${amongBackends}`, [JSON.stringify(backends)]);
    } catch {
      // A server that cannot be reached runs nothing for us.
    } finally {
      await client.end().catch(() => {});
    }
  };
}
