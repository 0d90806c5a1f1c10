import { Client } from 'pg';
import { DatabaseError } from '#postgres/database-error.ts';
import { ExportError } from '../export-error.ts';

/** The right to write an export. */
export interface ExportLock {
  /** Aborted when the connection that holds the lock is lost: another process may have it then. */
  readonly lost: AbortSignal;
  /** @throws DatabaseError `DATABASE_LOST` unless the lock is held at this moment */
  confirm(): Promise<void>;
}

/**
 * Runs `work` while no other process of the same database writes the same export to the same destination. A killed process releases the lock.
 * @throws ExportError `EXPORT_RUNNING`, without waiting, when another process holds it
 * @throws DatabaseError `DATABASE_LOST` when the lock was lost
 */
export async function withExportLock<T>(
  databaseUrl: string,
  { place, name }: { readonly place: string; readonly name: string },
  work: (lock: ExportLock) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'concord export lock',
    keepAlive: true,
  });
  const lost = new AbortController();
  const lose = (cause?: unknown) => {
    const message = `The connection that holds the lock of the export ${name} was lost, and another process may be writing it: nothing was published.`;
    lost.abort(new DatabaseError('DATABASE_LOST', message, { cause }));
  };
  client.on('error', lose);
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [
      `${place}\n${name}`,
    ]);
    const confirm = async () => {
      await client.query('SELECT').catch(lose);
      lost.signal.throwIfAborted();
    };
    if (rows[0].taken) return await work({ lost: lost.signal, confirm });
    throw new ExportError(
      'EXPORT_RUNNING',
      `Another process is writing the export ${name}. Wait until it has finished.`,
    );
  } finally {
    await client.end();
  }
}
