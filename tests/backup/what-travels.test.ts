import { expect, test } from 'vitest';
import { backupTables } from '#ledger/backup/backup-tables.ts';
import { useDatabase } from '../support/database.ts';

/** Not of the ledger, made from it, secret, or about what is done with it. A table that is in neither list would be lost without a word. */
const staysBehind = [
  '_prisma_migrations',
  'revision_counter',
  'api_key',
  'idempotency_key',
  'export_definition',
  'rate_limit',
  'export_run',
  'stored_query',
  'webhook_cursor',
  'webhook_delivery',
];

const database = useDatabase('migrated');

test('every table of the database travels in a backup or stays behind on purpose', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...backupTables, ...staysBehind].sort());
});

test('a table comes after those that its rows name', async () => {
  const { rows } = await database.pool.query<{ child: string; parent: string }>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
     WHERE contype = 'f' AND conrelid::regclass::text = ANY($1)`,
    [backupTables],
  );
  const wrong = rows.filter(({ child, parent }) => backupTables.indexOf(parent) >= backupTables.indexOf(child));
  expect(wrong).toEqual([]);
});
