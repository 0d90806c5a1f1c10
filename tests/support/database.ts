import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { createDatabase, dropDatabase, urlOf } from './test-databases.ts';

export type Template = 'empty' | 'migrated' | 'seeded';

/**
 * A database of its own for the test file, or the `describe`, that calls this at its top: nothing in it (`empty`), the ledger without
 * records (`migrated`), or with the seed files (`seeded`). It is there while tests and their hooks run, and dropped afterwards.
 */
export function useDatabase(template: Template): Database {
  const name = randomBytes(6).toString('hex');
  const serverUrl = inject('testServer');
  const used = {} as { -readonly [Key in keyof Database]: Database[Key] };
  beforeAll(async () => {
    await createDatabase(serverUrl, name, template === 'empty' ? undefined : template);
    // Filled here, so that a test says `database.pool` and not `database().pool`.
    Object.assign(used, await openDatabase(urlOf(serverUrl, name)));
  });
  afterAll(async () => {
    await used.close?.();
    await dropDatabase(serverUrl, name);
  });
  return used;
}
