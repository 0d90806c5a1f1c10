import type { Pool } from 'pg';
import { DatabaseError } from './database-error.ts';
import { readOnlyMessage } from './failure-of-server.ts';
import { readWriteAccess } from './read-write-access.ts';

/**
 * Makes sure, before work is begun, that this user can write to this database.
 * @throws DatabaseError `DATABASE_READ_ONLY`
 */
export async function requireWritable(pool: Pool): Promise<void> {
  const { obstacle } = await readWriteAccess(pool);
  if (obstacle !== null) throw new DatabaseError('DATABASE_READ_ONLY', readOnlyMessage(obstacle));
}
