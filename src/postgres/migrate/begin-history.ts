import type { Client } from 'pg';
import { MigrationError } from './migration-error.ts';

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
