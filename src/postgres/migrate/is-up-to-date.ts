import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Migration } from './prisma-folder.ts';

// What PostgreSQL says of a table that is not there.
const undefinedTable = '42P01';

/**
 * Whether a database went through exactly these migrations, each as its text is now. That is so at nearly every start, and then Prisma's
 * schema engine, which takes some 40 megabytes, need not be asked; whatever else is the case, it is the engine that knows.
 */
export async function isUpToDate(pool: Pool, migrations: readonly Migration[]): Promise<boolean> {
  try {
    const { rows } = await pool.query<{ name: string; checksum: string; whole: boolean }>(`
      SELECT migration_name AS name, checksum, finished_at IS NOT NULL AND rolled_back_at IS NULL AS whole
      FROM _prisma_migrations ORDER BY migration_name COLLATE "C"`);
    return (
      rows.length === migrations.length &&
      migrations.every(({ name, sql }, place) => {
        const row = rows[place];
        return row?.whole === true && row.name === name && row.checksum === sha256(sql);
      })
    );
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === undefinedTable) return false;
    throw error;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
