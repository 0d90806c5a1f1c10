import type { ClientBase, Pool } from 'pg';
import type { Database } from '../open-database.ts';
import { isExpansion } from './expansion.ts';
import { type AppliedMigration, hasChecksum, MigrationError, readHistory } from './history.ts';
import { type Migration, readMigrations } from './prisma-folder.ts';

export interface MigrationState {
  /** Migrations that the database lacks, in order. */
  readonly pending: readonly Migration[];
  /** Names of those that were begun and not finished: their process was killed, or their SQL failed. */
  readonly unfinished: readonly string[];
}

/**
 * Compares the history of a database with the migrations of this Concord.
 * @throws MigrationError `HISTORY_DIVERGES` when the database went through others, unless they are expansions, which a newer version applied
 */
export function diagnose(history: readonly AppliedMigration[], migrations: readonly Migration[]): MigrationState {
  const texts = new Map(migrations.map(({ name, sql }) => [name, sql]));
  const unknown = history.filter(({ name }) => !texts.has(name) && !isExpansion(name));
  if (unknown.length > 0) {
    const message = `The database has migrations that this version of Concord does not know and cannot go on with (${namesOf(unknown)}); a newer version applied them. Update Concord, or use another database.`;
    throw new MigrationError('HISTORY_DIVERGES', message);
  }
  const finished = history.filter((applied) => applied.finished);
  // To edit what did not get through is the way to mend it.
  const edited = finished.filter(({ name, checksum }) => {
    const text = texts.get(name);
    return text !== undefined && !hasChecksum(text, checksum);
  });
  if (edited.length > 0) {
    const message = `The database was migrated with a different version of ${namesOf(edited)}. Restore the file, or use another database.`;
    throw new MigrationError('HISTORY_DIVERGES', message);
  }
  const done = new Set(finished.map(({ name }) => name));
  return {
    pending: migrations.filter(({ name }) => !done.has(name)),
    unfinished: history.filter((applied) => !applied.finished).map(({ name }) => name),
  };
}

const namesOf = (applied: readonly AppliedMigration[]) => applied.map(({ name }) => name).join(', ');

const applied = `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

/**
 * Why a server of this version does not fit the database, by its own list of migrations alone: one statement, for those who ask often; null when it does.
 * `diagnose` looks closer.
 */
export async function misfitOf(client: Pool | ClientBase): Promise<string | null> {
  const [{ rows }, migrations] = await Promise.all([client.query<{ name: string }>(applied), readMigrations()]);
  const there = new Set(rows.map(({ name }) => name));
  const known = new Set(migrations.map(({ name }) => name));
  const pending = [...known].filter((name) => !there.has(name));
  if (pending.length > 0) return `pending: ${pending.join(', ')}`;
  const newer = [...there].filter((name) => !known.has(name) && !isExpansion(name));
  return newer.length > 0 ? `of a newer version: ${newer.join(', ')}` : null;
}

/**
 * Names of the migrations that the database lacks, in order.
 * @throws MigrationError
 */
export async function pendingMigrations({ pool }: Pick<Database, 'pool'>): Promise<readonly string[]> {
  const [history, migrations] = await Promise.all([readHistory(pool), readMigrations()]);
  return diagnose(history ?? [], migrations).pending.map(({ name }) => name);
}
