import type { ClientBase, Pool } from 'pg';

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
