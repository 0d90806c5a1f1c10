import { closeMatches } from '#ledger/rules/close-matches.ts';
import type { Prisma } from '#postgres/generated/client.ts';
import type { StoredQueryModel } from '#postgres/generated/models.ts';
import { shippedQueries, shippedQuery } from './shipped-queries.ts';
import { type ColumnPath, isQueryName, type StoredQuery } from './stored-query.ts';
import { StoredQueryError } from './stored-query-error.ts';

type Reader = Pick<Prisma.TransactionClient, 'storedQuery'>;

/** Every stored query that stands, shipped ones too, by name. */
export async function listQueries(prisma: Reader): Promise<readonly StoredQuery[]> {
  const newest = await prisma.storedQuery.findMany({
    distinct: ['name'],
    orderBy: [{ name: 'asc' }, { version: 'desc' }],
  });
  const added = newest.flatMap((record) => queryOf(record) ?? []).filter(({ name }) => shippedQuery(name) === null);
  return [...shippedQueries(), ...added].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The stored query of a name: the newest version, or a certain one, which is there for ever. Null when there is none, or the version takes it
 * away.
 */
export async function findQuery(prisma: Reader, name: string, version?: number): Promise<StoredQuery | null> {
  const shipped = shippedQuery(name);
  if (shipped !== null) return version === undefined || version === 1 ? shipped : null;
  if (!isQueryName(name)) return null;
  const where = version === undefined ? { name } : { name, version };
  const record = await prisma.storedQuery.findFirst({ where, orderBy: { version: 'desc' } });
  return record && queryOf(record);
}

/**
 * The same where there must be one.
 * @throws StoredQueryError `UNKNOWN_STORED_QUERY`
 */
export async function requireQuery(prisma: Reader, name: string, version?: number): Promise<StoredQuery> {
  const found = await findQuery(prisma, name, version);
  if (found !== null) return found;
  const ofVersion = version === undefined ? '' : ` of version ${version}`;
  const close = await closeQueries(prisma, name);
  const hint = close.length === 0 ? '' : ` Close matches: ${close.join(', ')}.`;
  const message = `There is no stored query ${JSON.stringify(name.slice(0, 100).toWellFormed())}${ofVersion}.${hint}`;
  throw new StoredQueryError('UNKNOWN_STORED_QUERY', message);
}

/** Names that somebody may have meant, the nearest first. */
export async function closeQueries(prisma: Reader, name: string): Promise<string[]> {
  const all = await listQueries(prisma).catch(() => shippedQueries());
  return closeMatches(
    name.slice(0, 100),
    all.map((query) => ({ key: query.name, names: [] })),
  );
}

/** A version of a stored query. */
export interface QueryVersion {
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Null: it takes the query away. */
  readonly query: StoredQuery | null;
}

/** All versions of a name, the newest first; none of one that is shipped. */
export async function listVersions(prisma: Reader, name: string): Promise<readonly QueryVersion[]> {
  if (!isQueryName(name)) return [];
  const records = await prisma.storedQuery.findMany({ where: { name }, orderBy: { version: 'desc' } });
  return records.map((record) => ({
    version: record.version,
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    query: queryOf(record),
  }));
}

/** A record as the query that it says; null when it takes one away. */
export function queryOf(record: StoredQueryModel): StoredQuery | null {
  if (record.document === null) return null;
  const { name, version, description, document, createdAt, createdBy } = record;
  return {
    name,
    version,
    description,
    document,
    variables: record.variables as StoredQuery['variables'], // both were checked when they were stored
    columns: record.columns as readonly ColumnPath[] | null,
    stored: { at: createdAt, by: createdBy },
  };
}
