import { createRequire } from 'node:module';
import type { Database } from '#postgres/open-database.ts';
import type { QueryText } from '#stored-queries/stored-query.ts';

// Loaded by Node itself, as the server is (tests/api/running-server.ts).
const load = createRequire(import.meta.url);
const { amendQuery, createQuery } = load(
  '#stored-queries/write-queries.ts',
) as typeof import('#stored-queries/write-queries.ts');

/** Stores a question, without the checks at the edge. */
export const storeQuery = (database: Database, query: Pick<QueryText, 'name' | 'document'> & Partial<QueryText>) =>
  database.prisma.$transaction((tx) =>
    createQuery(tx, { description: 'A test.', variables: {}, columns: null, ...query }, { by: 'tester' }),
  );

/** The same for a new version. */
export const amendStored = (database: Database, query: Pick<QueryText, 'name' | 'document'> & Partial<QueryText>) =>
  database.prisma.$transaction((tx) =>
    amendQuery(tx, { description: 'A test.', variables: {}, columns: null, ...query }, { by: 'tester' }),
  );
