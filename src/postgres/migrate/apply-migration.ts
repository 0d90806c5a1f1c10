import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { checksumOf } from './checksum.ts';
import { MigrationError } from './migration-error.ts';
import type { Migration } from './prisma-folder.ts';

/**
 * Applies a migration as a whole or not at all, and records it as `prisma migrate deploy` does: its beginning before, its failure afterwards.
 * @throws MigrationError `MIGRATION_FAILED`
 */
export async function applyMigration(client: Client, { name, sql }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksumOf(sql),
    name,
  ]);
  // In the transaction of the migration: a process killed after it leaves a migration that is applied, and one killed before leaves none.
  const finish = `UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = '${id}'`;
  try {
    // Statements sent together are one transaction.
    await client.query(`${sql}\n;${finish}`);
  } catch (cause) {
    const { code, message } = cause as { readonly code?: string; readonly message: string };
    const logs = `A migration failed to apply.\n\nMigration name: ${name}\n\nDatabase error code: ${code}\n\nDatabase error:\nERROR: ${message}`;
    // The reason is told to the caller too; a connection that broke takes no record of it.
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, logs]).catch(() => {});
    const text = `The migration ${name} failed and was rolled back: ${message.split('\n')[0]}.`;
    throw new MigrationError('MIGRATION_FAILED', text, { cause });
  }
}
