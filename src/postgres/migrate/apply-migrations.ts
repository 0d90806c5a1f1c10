import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { locks } from '../lock-numbers.ts';
import type { Database } from '../open-database.ts';
import { requireWritable } from '../read-write-access.ts';
import { takeLock } from '../take-lock.ts';
import { diagnose } from './diagnose.ts';
import { refuseWhileServersRun } from './expansion.ts';
import { beginHistory, checksumOf, MigrationError, readHistory } from './history.ts';
import { type Migration, readMigrations } from './prisma-folder.ts';
import { withSetupLock } from './setup-lock.ts';
import { isLockTimeout, whileNobodyBlocks } from './while-nobody-blocks.ts';

/** The name of the connection on which migrations are applied. */
const migrating = 'concord migrate';

/** Who waits for a lock of a table holds up all who come after: a migration lets them pass after so long, and tries again. */
const lockTimeoutMs = 1_000;

export interface ApplyOptions {
  /** Those to apply; usually those of prisma/migrations. */
  readonly only?: readonly Migration[];
  /** Whether also migrations are applied that running servers of the version before cannot go on with. */
  readonly whileServersRun?: boolean | undefined;
}

/**
 * Applies the migrations that the database lacks, each as a whole or not at all, and records them as Prisma does. Answers their names.
 * @throws MigrationError
 */
export async function applyMigrations(
  { url, pool, waiting }: Pick<Database, 'url' | 'pool' | 'waiting'>,
  { only, whileServersRun = false }: ApplyOptions = {},
): Promise<readonly string[]> {
  const migrations = only ?? (await readMigrations());
  const isDone = async () => diagnose((await readHistory(pool)) ?? [], migrations).pending.length === 0;
  if (await isDone()) return [];
  return withSetupLock({ pool, waiting }, async () => {
    if (await isDone()) return [];
    await requireWritable(pool);
    return onConnection(url, async (client) => {
      // Inside of the setup lock, and on a connection of its own.
      await takeLock(client, { key: locks.prismaMigrate, what: 'migrating this database', ...waiting });
      return applyTo({ pool, waiting }, client, migrations, whileServersRun);
    });
  });
}

async function applyTo(
  { pool, waiting }: Pick<Database, 'pool' | 'waiting'>,
  client: Client,
  migrations: readonly Migration[],
  whileServersRun: boolean,
): Promise<readonly string[]> {
  const history = await readHistory(client);
  if (history === null) await beginHistory(client);
  const { pending, unfinished } = diagnose(history ?? [], migrations);
  if (!whileServersRun)
    await refuseWhileServersRun(
      client,
      pending.map(({ name }) => name),
    );
  // Nothing of it was kept, so it begins anew.
  const rollBack = `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = ANY ($1) AND finished_at IS NULL AND rolled_back_at IS NULL`;
  await client.query(rollBack, [unfinished]);
  await client.query(`SET lock_timeout = '${lockTimeoutMs}ms'`);
  for (const migration of pending)
    await whileNobodyBlocks(pool, migrating, waiting, () => applyMigration(client, migration));
  return pending.map(({ name }) => name);
}

async function onConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: migrating });
  // One that breaks fails the statement, which says so; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Applies a migration as a whole or not at all, and records it as `prisma migrate deploy` does: its beginning before, its failure afterwards. One that
 * does not get a lock in time leaves no record.
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
    if (isLockTimeout(cause)) {
      // It is tried again, so it never began.
      await client.query('DELETE FROM _prisma_migrations WHERE id = $1', [id]);
      throw cause;
    }
    const { code, message } = cause as { readonly code?: string; readonly message: string };
    const logs = `A migration failed to apply.\n\nMigration name: ${name}\n\nDatabase error code: ${code}\n\nDatabase error:\nERROR: ${message}`;
    // The reason is told to the caller too; a connection that broke takes no record of it.
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, logs]).catch(() => {});
    const text = `The migration ${name} failed and was rolled back: ${message.split('\n')[0]}.`;
    throw new MigrationError('MIGRATION_FAILED', text, { cause });
  }
}
