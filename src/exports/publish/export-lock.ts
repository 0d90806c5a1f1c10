import { Client } from 'pg';
import { ExportError } from '../export-error.ts';

/**
 * Runs `work` while no other process of the same database writes the same export to the same destination. A killed process releases the lock.
 * @throws ExportError `EXPORT_RUNNING`, without waiting, when another process holds it
 */
export async function withExportLock<T>(
  databaseUrl: string,
  { place, name }: { readonly place: string; readonly name: string },
  work: () => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'concord export lock',
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [
      `${place}\n${name}`,
    ]);
    if (rows[0].taken) return await work();
    throw new ExportError(
      'EXPORT_RUNNING',
      `Another process is writing the export ${name}. Wait until it has finished.`,
    );
  } finally {
    await client.end();
  }
}
