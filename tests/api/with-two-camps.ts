import { fileURLToPath } from 'node:url';
import { beforeAll, expect } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import type { Database } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';

const votes = fileURLToPath(new URL('./two-camps.yaml', import.meta.url));

/** The seed files, and the votes of two-camps.yaml as the second revision. */
export function useDatabaseWithTwoCamps(): Database {
  const database = useDatabase('seeded');
  beforeAll(async () => {
    const outcome = await importFiles(database, [votes], {
      author: 'a test',
      source: 'votes',
      message: 'Import votes',
    });
    expect(outcome).toMatchObject({ status: 'REVISED', revision: 2 });
  });
  return database;
}

/** All who vote in them; Brazil in the second session alone. */
export const everybody = ['US', 'GB', 'CA', 'CN', 'RU', 'BY', 'IN', 'BR'];
