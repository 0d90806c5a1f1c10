import { fileURLToPath } from 'node:url';
import { importFiles } from '#ingest/import-files.ts';
import type { Database } from '#postgres/open-database.ts';
import { type Records, useRecords } from '../support/database.ts';

const votes = fileURLToPath(new URL('./two-camps.yaml', import.meta.url));

/** The seed files, and the votes of two-camps.yaml as the second revision. */
const twoCamps: Records = {
  name: 'twocamps',
  async fill(database) {
    const outcome = await importFiles(database, [votes], {
      author: 'a test',
      source: 'votes',
      message: 'Import votes',
    });
    if (outcome.status !== 'REVISED' || outcome.revision !== 2) throw new Error(`The import was ${outcome.status}.`);
  },
};

/** They can only be read. */
export const useDatabaseWithTwoCamps = (): Database => useRecords(twoCamps);

/** All who vote in them; Brazil in the second session alone. */
export const everybody = ['US', 'GB', 'CA', 'CN', 'RU', 'BY', 'IN', 'BR'];
