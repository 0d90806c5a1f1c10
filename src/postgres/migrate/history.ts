import { createHash } from 'node:crypto';
import type { Client, ClientBase, Pool } from 'pg';
import { Refusal } from '#refusal/refusal.ts';

// What PostgreSQL says of a table that is not there.
const undefinedTable = '42P01';

/** A migration that a database went through, or began, as Prisma records it. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** What a database records of its migrations, without those that were rolled back; null when it records none at all. */
export async function readHistory(connection: Pool | ClientBase): Promise<readonly AppliedMigration[] | null> {
  try {
    const { rows } = await connection.query<AppliedMigration>(`
      SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
      FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`);
    return rows;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === undefinedTable) return null;
    throw error;
  }
}

/** The table in which Prisma records migrations, to the letter. */
const table = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const tablesThere = `SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') LIMIT 1`;

/**
 * Gives an empty database the table in which its migrations are recorded.
 * @throws MigrationError when the database has tables, which are then somebody else's
 */
export async function beginHistory(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(tablesThere);
  const [found] = rows;
  if (found !== undefined) {
    const message = `The database has tables (${found.name}) and no migrations: they are not Concord's. Use another database.`;
    throw new MigrationError('MIGRATION_FAILED', message);
  }
  await client.query(table);
}

/** The checksum of a migration as Prisma records it. */
export const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** Whether a checksum is that of a migration, whichever line ends a checkout gave its file then and now. */
export function hasChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum);
}

export type MigrationErrorCode = 'MIGRATION_FAILED' | 'MIGRATIONS_PENDING' | 'HISTORY_DIVERGES' | 'SERVERS_RUNNING';

/** The database cannot be brought, or is not, to the form that this Concord needs. */
export class MigrationError extends Refusal<MigrationErrorCode> {
  override readonly name = 'MigrationError';
}
