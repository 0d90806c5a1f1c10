import { isDeepStrictEqual } from 'node:util';
import { Prisma } from '#postgres/generated/client.ts';
import { locks } from '#postgres/lock-numbers.ts';
import { findQuery, queryOf } from './find-queries.ts';
import { shippedQuery } from './shipped-queries.ts';
import type { QueryText, StoredQuery } from './stored-query.ts';
import { StoredQueryError } from './stored-query-error.ts';

/** Who writes. */
interface By {
  readonly by: string;
}

/**
 * Stores a question under a new name, in a transaction. What is wrong with the question is looked at before (`queryProblems`).
 * @throws StoredQueryError `STORED_QUERY_EXISTS`
 */
export async function createQuery(tx: Prisma.TransactionClient, text: QueryText, { by }: By): Promise<StoredQuery> {
  await lockQueries(tx);
  refuseShipped(text.name);
  if ((await findQuery(tx, text.name)) !== null) {
    throw new StoredQueryError('STORED_QUERY_EXISTS', `A stored query ${text.name} already exists; amend it.`);
  }
  return addVersion(tx, text, by);
}

/**
 * Adds a version that says something else, in a transaction; nothing when it says the same. `baseVersion` is the version that the writer had
 * seen, if that matters.
 * @throws StoredQueryError `UNKNOWN_STORED_QUERY`, `STORED_QUERY_EXISTS` for one that is shipped, `STORED_QUERY_CHANGED`
 */
export async function amendQuery(
  tx: Prisma.TransactionClient,
  text: QueryText,
  { by, baseVersion = null }: By & { readonly baseVersion?: number | null },
): Promise<{ readonly query: StoredQuery; readonly changed: boolean }> {
  await lockQueries(tx);
  const before = await standing(tx, text.name, baseVersion);
  const { version: _, stored: __, ...said } = before;
  if (isDeepStrictEqual(said, { ...text })) return { query: before, changed: false };
  return { query: await addVersion(tx, text, by), changed: true };
}

/**
 * Takes a stored query away, in a transaction; its versions stay readable.
 * @throws StoredQueryError as `amendQuery`
 */
export async function removeQuery(
  tx: Prisma.TransactionClient,
  name: string,
  { by, baseVersion = null }: By & { readonly baseVersion?: number | null },
): Promise<StoredQuery> {
  await lockQueries(tx);
  const before = await standing(tx, name, baseVersion);
  const { description } = before;
  const version = before.version + 1;
  await tx.storedQuery.create({ data: { name, version, description, document: null, variables: {}, createdBy: by } });
  return before;
}

async function standing(tx: Prisma.TransactionClient, name: string, baseVersion: number | null): Promise<StoredQuery> {
  refuseShipped(name);
  const before = await findQuery(tx, name);
  if (before === null) {
    throw new StoredQueryError('UNKNOWN_STORED_QUERY', `There is no stored query ${JSON.stringify(name)}.`);
  }
  if (baseVersion === null || baseVersion === before.version) return before;
  const message = `The stored query ${name} is at version ${before.version}, not ${baseVersion}; nothing was changed. Read it again and retry.`;
  throw new StoredQueryError('STORED_QUERY_CHANGED', message);
}

async function addVersion(tx: Prisma.TransactionClient, text: QueryText, createdBy: string): Promise<StoredQuery> {
  const newest = await tx.storedQuery.aggregate({ where: { name: text.name }, _max: { version: true } });
  const record = await tx.storedQuery.create({
    data: {
      ...text,
      // Plain data, as JSON has it.
      variables: text.variables as Prisma.InputJsonObject,
      columns: text.columns === null ? Prisma.DbNull : text.columns.map(({ name, path }) => ({ name, path })),
      version: (newest._max.version ?? 0) + 1,
      createdBy,
    },
  });
  return queryOf(record) as StoredQuery; // it has a document
}

/** Keeps other writers of stored queries out until the transaction ends, so that versions count without gaps. */
export const lockQueries = (tx: Prisma.TransactionClient) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${locks.storedQueryWriters})`;

function refuseShipped(name: string): void {
  if (shippedQuery(name) === null) return;
  const message = `${name} is shipped with Concord and cannot be changed. Store yours under another name.`;
  throw new StoredQueryError('STORED_QUERY_EXISTS', message);
}
