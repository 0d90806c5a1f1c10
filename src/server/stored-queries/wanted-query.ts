import { apiError } from '#graphql/api-error.ts';
import { closeQueries, findQuery } from '#stored-queries/find-queries.ts';
import type { StoredQuery } from '#stored-queries/stored-query.ts';
import { storedQueriesPath } from './query-address.ts';
import { versionParameter } from './read-parameters.ts';

/** The query of a name, of the version that the address may name. Throws UNKNOWN_STORED_QUERY with close matches. */
export async function wantedQuery(
  prisma: Parameters<typeof findQuery>[0],
  name: string,
  parameters: URLSearchParams,
): Promise<StoredQuery> {
  const text = parameters.get(versionParameter);
  if (text !== null && !/^[1-9]\d{0,8}$/.test(text)) {
    const message = `${versionParameter}: found ${JSON.stringify(text.slice(0, 40).toWellFormed())}, expected a version number.`;
    throw apiError('BAD_INPUT', message, { parameter: versionParameter, http: { status: 400 } });
  }
  const found = await findQuery(prisma, name, text === null ? undefined : Number(text));
  if (found !== null) return found;
  if (text !== null && (await findQuery(prisma, name)) !== null) {
    throw apiError('UNKNOWN_STORED_QUERY', `${name} has no version ${text}.`, { http: { status: 404 } });
  }
  const closeMatches = await closeQueries(prisma, name);
  const hint = closeMatches.length === 0 ? '' : ` Close matches: ${closeMatches.join(', ')}.`;
  const message = `There is no stored query ${JSON.stringify(name.slice(0, 100).toWellFormed())}; ${storedQueriesPath} lists them.${hint}`;
  throw apiError('UNKNOWN_STORED_QUERY', message, { closeMatches, http: { status: 404 } });
}
