import { createRequire } from 'node:module';
import { afterAll, beforeAll } from 'vitest';
import type { Database, DatabaseOptions } from '#postgres/open-database.ts';

// The server's own copy of the module, which Node loads and not Vite: the pool has to know who holds its connections.
export const { openDatabase: openAsServed } = createRequire(import.meta.url)(
  '#postgres/open-database.ts',
) as typeof import('#postgres/open-database.ts');

/** A database as the server under test opens it, there while the tests of the file run. The address is asked once the hooks before have run. */
export function useServedDatabase(url: () => string, options: DatabaseOptions = {}): Database {
  const used = {} as { -readonly [Key in keyof Database]: Database[Key] };
  beforeAll(async () => void Object.assign(used, await openAsServed(url(), options)));
  afterAll(() => used.close?.());
  return used;
}
