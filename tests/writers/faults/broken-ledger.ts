import { seedOnce } from '#cli/seed-once.ts';
import { keySecretOf } from '#ledger/keys/key-secret.ts';
import { createKey } from '#ledger/keys/keys.ts';
import { openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { readLast } from '#snapshot/snapshot.ts';

/** Joins the embedded server of a data folder, or starts it, for as long as `use` takes. Its settings are those that users get: an acknowledged commit lasts. */
export async function withLedgerIn<T>(dataDirectory: string, use: (database: Database) => Promise<T>): Promise<T> {
  const server = await openEmbeddedServer({ dataDirectory });
  try {
    const database = await openDatabase(server.url);
    return await use(database).finally(database.close);
  } finally {
    await server.close();
  }
}

/** Makes a ledger with the seed files and a key for each writer; the server is stopped afterwards. */
export const makeLedger = (dataDirectory: string, writers: readonly string[]) =>
  withLedgerIn(dataDirectory, async (database) => {
    await applyMigrations(database);
    await seedOnce(database);
    const secret = (await keySecretOf({
      keySecret: null,
      databaseUrl: null,
      databaseReadUrl: null,
      dataDirectory,
    })) as string; // the embedded server has one
    const tokens: string[] = [];
    for (const name of writers)
      tokens.push(await createKey(database.pool, { name, scopes: ['stances:write'], expiresAt: null }, secret));
    return { url: database.url, tokens, revision: await readLast(database.pool) };
  });
