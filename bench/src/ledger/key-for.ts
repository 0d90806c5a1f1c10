import { createKey } from '../../../src/ledger/keys/keys.ts';
import { openDatabase } from '../../../src/postgres/open-database.ts';

/** A new API key of a ledger, for a server with this secret. */
export async function keyFor(url: string, name: string, secret: string): Promise<string> {
  const database = await openDatabase(url);
  const asked = { name, scopes: ['stances:write', 'exports:manage'], expiresAt: null } as const;
  try {
    return await createKey(database.pool, asked, secret);
  } finally {
    await database.close();
  }
}
