import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');
const server = useServer(database);

async function ready() {
  const response = await fetch(new URL('/ready', server.url()));
  return {
    status: response.status,
    ...((await response.json()) as { checks: Record<string, { ok: boolean; found: string }> }),
  };
}

test('a server whose database answers, with all migrations and a snapshot, is ready', async () => {
  await server.seen(0);
  const { status, checks } = await ready();
  expect(Object.entries(checks).filter(([, { ok }]) => !ok)).toEqual([]);
  expect(Object.keys(checks)).toEqual(['serving', 'database', 'migrations', 'snapshot']);
  expect(status).toBe(200);
});

test('a database that lacks a migration makes it not ready, and the answer names the migration', async () => {
  const { rows } = await database.pool.query(
    `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name`,
  );
  const { status, checks } = await ready();
  await database.pool.query('UPDATE _prisma_migrations SET finished_at = now()');
  expect(status).toBe(503);
  expect(checks.migrations).toEqual({ ok: false, found: `pending: ${rows[0].migration_name}` });
  expect((await ready()).status).toBe(200);
});

test('migrations of a newer version make it not ready, unless they only add', async () => {
  const record = (name: string) =>
    database.pool.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, 'x', $1, now())",
      [name],
    );
  await record('29990101000000_expand_later');
  expect((await ready()).status).toBe(200);
  await record('29990102000000_rename');
  const { status, checks } = await ready();
  expect(status).toBe(503);
  expect(checks.migrations).toEqual({ ok: false, found: 'of a newer version: 29990102000000_rename' });
  await database.pool.query("DELETE FROM _prisma_migrations WHERE checksum = 'x'");
});

test('health is about the process alone', async () => {
  const response = await fetch(new URL('/health', server.url()));
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

test('neither is logged', async () => {
  const before = server.requests.length;
  await ready();
  await fetch(new URL('/health', server.url()));
  await server.ask('query Asked { __typename }');
  expect(server.requests.slice(before)).toEqual([expect.objectContaining({ operation: 'Asked' })]);
});
