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

const told = new WeakMap<ClientBase, number>();

/** Keeps the number of the server's process for a connection, as the server itself told it. */
export const noteBackendPid = (client: ClientBase, pid: number): void => void told.set(client, pid);

/** The number of the server's process for a connection; null before it has one. Behind a pooler, what pg knows is a number of the pooler. */
export const backendPid = (client: ClientBase): number | null =>
  told.get(client) ?? (client as { readonly processID?: number | null }).processID ?? null; // pg does not declare it

/** Lets the connections of a pool be ended while they work. */
export function cutConnections(pool: Pool, url: string): () => Promise<void> {
  const open = new Set<PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  return async () => {
    const ids = Array.from(open, backendPid).filter((id) => id !== null);
    if (ids.length === 0) return;
    const client = new Client({ connectionString: url, application_name: 'concord', connectionTimeoutMillis: 1_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      // Closing the socket would leave the server at work until the statement ends, which may wait for a lock.
      await client.query('SELECT pg_terminate_backend(id) FROM unnest($1::int[]) id', [ids]);
    } catch {
      // A server that cannot be reached runs nothing for us.
    } finally {
      await client.end().catch(() => {});
    }
  };
}
