import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { createDatabase, createOnce, dropDatabase, makeReadOnly, urlOf } from './test-databases.ts';

export type Template = 'empty' | 'migrated' | 'seeded';

/** The seed files, with what some test files need besides. */
export interface Records {
  /** No other records have it. */
  readonly name: string;
  /** Adds what there is besides; it is done once for all test files. */
  fill(database: Database): Promise<unknown>;
}

/** The seed files alone. */
export const seeds: Records = { name: 'seeds', fill: async () => {} };

type Filled = { -readonly [Key in keyof Database]: Database[Key] };

/**
 * A database of its own for the test file, or the `describe`, that calls this at its top: nothing in it (`empty`), the ledger without
 * records (`migrated`), with the seed files (`seeded`), or with other records. It is there while tests and their hooks run, and dropped afterwards.
 */
export function useDatabase(template: Template | Records): Database {
  const name = randomBytes(6).toString('hex');
  const serverUrl = inject('testServer');
  const used = {} as Filled;
  beforeAll(async () => {
    if (typeof template === 'object') await createFilled(serverUrl, template.name, template);
    const from = typeof template === 'object' ? template.name : template;
    await createDatabase(serverUrl, name, from === 'empty' ? undefined : from);
    // Filled here, so that a test says `database.pool` and not `database().pool`.
    Object.assign(used, await openDatabase(urlOf(serverUrl, name)));
  });
  afterAll(async () => {
    await used.close?.();
    await dropDatabase(serverUrl, name);
  });
  return used;
}

const createFilled = (serverUrl: string, name: string, { fill }: Records): Promise<void> =>
  createOnce(serverUrl, name, 'seeded', async (url) => {
    const database = await openDatabase(url);
    await fill(database).finally(database.close);
  });

/** Databases that the test files of this process share. */
const shared = new Map<Records, { readonly database: Filled; opening: Promise<unknown> | null }>();

/**
 * The database of these records that all test files share, since nobody can write in it. To copy one, and to load it into a server, takes longer than what
 * most files ask.
 */
export function useRecords(records: Records): Database {
  const serverUrl = inject('testServer');
  const one = shared.get(records) ?? { database: {} as Filled, opening: null };
  shared.set(records, one);
  beforeAll(() => {
    one.opening ??= openReadOnly(serverUrl, records).then((database) => Object.assign(one.database, database));
    return one.opening;
  });
  return one.database;
}

async function openReadOnly(serverUrl: string, records: Records): Promise<Database> {
  const name = `read_only_${records.name}`;
  await createFilled(serverUrl, name, records);
  await makeReadOnly(serverUrl, name);
  return openDatabase(urlOf(serverUrl, name));
}

/** Whether test files share a database. */
export const isShared = (database: Database): boolean => [...shared.values()].some((one) => one.database === database);
