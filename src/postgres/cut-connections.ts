import { Client, type Pool, type PoolClient } from 'pg';
import { backendPid } from './backend-pid.ts';

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
