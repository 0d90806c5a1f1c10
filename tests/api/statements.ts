import type { Pool, PoolClient } from 'pg';

/**
 * What is sent to the database through a pool from now on, statement by statement, Prisma's included. The look whether there is a newer
 * revision is left out: it is of the server, not of a question.
 */
export function recordStatements(pool: Pool): string[] {
  const sent: string[] = [];
  const seen = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query;
    client.query = function (this: PoolClient, ...args: unknown[]) {
      const [statement] = args as [string | { text: string }]; // the two forms that the driver knows
      const text = typeof statement === 'string' ? statement : statement.text;
      if (!text.includes('revision_counter')) sent.push(text);
      return Reflect.apply(query, this, args);
    } as PoolClient['query']; // handed on as it came
  });
  return sent;
}
