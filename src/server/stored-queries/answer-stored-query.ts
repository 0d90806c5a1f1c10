import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { utcDay } from '#agreement/day.ts';
import { apiError } from '#graphql/api-error.ts';
import { schema } from '#graphql/schema.ts';
import { canonicalJson } from '#ledger/canonical-json.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { listQueries } from '#stored-queries/find-queries.ts';
import { type PreparedQuery, prepareQuery } from '#stored-queries/prepared-query.ts';
import { type Answering, sendPacked } from '../answer-request.ts';
import { type HttpCaching, variesByPacking, wantsNoneOfAny } from '../caching/http-caching.ts';
import { isLongEnough } from '../compression/packer.ts';
import { corsHeaders } from '../cors.ts';
import { rootFrom } from '../page/root-from.ts';
import { textPageHeaders } from '../page/text-page.ts';
import { webRequest } from '../read-request.ts';
import { snapshotFor } from '../request-headers.ts';
import { ownHeaders, type RequestRecord } from '../request-record.ts';
import { inTime, refuseLate } from '../time-limit.ts';
import { acceptedForm } from './accepted-form.ts';
import { answerTable } from './answer-table.ts';
import { answerToError } from './answer-to-error.ts';
import { type Asking, askGraphql, computedFromAll, statusOf } from './ask-graphql.ts';
import { type AnswerForm, type QueryAddress, storedQueriesPath } from './query-address.ts';
import { contentTypeOf, errorAnswer, type HttpAnswer } from './query-answer.ts';
import { htmlIndex, jsonIndex } from './query-index.ts';
import { readParameters } from './read-parameters.ts';
import { readTableStyle, refuseTableStyle, type TableStyle } from './table-style.ts';
import { wantedQuery } from './wanted-query.ts';

export interface StoredQueryServer extends Answering {
  readonly database: Database;
  readonly snapshots: Snapshots;
  readonly caching: HttpCaching;
  /** The path under which Concord is served; empty at the root. */
  readonly publicPath: string;
  /** The clock; a request takes its day from it. */
  readonly now: () => Date;
  /** What a client may see of an error. */
  readonly maskError: (error: unknown) => Error;
}

const methods = 'GET, HEAD, OPTIONS';

const nosniff = { 'x-content-type-options': 'nosniff' };

const preflight: OutgoingHttpHeaders = {
  'access-control-allow-methods': methods,
  'access-control-allow-headers': 'authorization, concord-at-least-revision, if-none-match',
  'access-control-max-age': '86400',
};

/** Answers `/q/…`: the index, or a stored query as JSON or as a table. */
export async function answerStoredQuery(
  server: StoredQueryServer,
  address: QueryAddress,
  request: IncomingMessage,
  response: ServerResponse,
  record: RequestRecord,
): Promise<void> {
  request.resume();
  const ended = new AbortController();
  const end = () =>
    ended.abort(apiError('REQUEST_TIMEOUT', 'The client closed the connection before the table was complete.'));
  response.once('close', end);
  const answer = await inTime(server, () =>
    answerOf(server, address, request, record, ended.signal).catch((error) =>
      answerToError(server.maskError, error, record),
    ),
  );
  response.off('close', end);
  // A table that its client no longer waits for is not read to the end.
  if (answer === 'TOO_LATE') end();
  if (answer === 'TOO_LATE') {
    refuseLate(server, response, record);
    return;
  }
  // The remaining points of one client do not concern those who get the response from a cache.
  const own = ownHeaders('etag' in answer.headers ? { ...record, headers: {} } : record);
  const { status, headers, body } = answer;
  const length = lengthOf(body);
  const all = {
    ...corsHeaders,
    ...nosniff,
    ...headers,
    ...own,
    ...('etag' in headers && isLongEnough(length) && variesByPacking),
    ...(length > 0 && { 'content-length': length }),
  };
  const packed = server.packer.packed(request, length, { headers: all, body });
  if (packed !== null) return sendPacked(response, status, packed);
  response.writeHead(status, all);
  if (typeof body !== 'string') for (const piece of body) response.write(piece);
  response.end(typeof body === 'string' ? body : undefined);
}

const lengthOf = (body: HttpAnswer['body']): number =>
  typeof body === 'string' ? Buffer.byteLength(body) : body.reduce((sum, { length }) => sum + length, 0);

async function answerOf(
  server: StoredQueryServer,
  address: QueryAddress,
  request: IncomingMessage,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { method = 'GET', headers } = request;
  if (method === 'OPTIONS') return { status: 204, headers: preflight, body: '' };
  if (method !== 'GET' && method !== 'HEAD') {
    const message = `method: found ${method}, expected GET.`;
    throw apiError('METHOD_NOT_ALLOWED', message, { http: { status: 405, headers: { allow: methods } } });
  }
  if (address.kind === 'index') return answerIndex(server, request);
  if (address.kind === 'unknown') {
    const message = `${storedQueriesPath}${address.name}: found ${JSON.stringify(address.ending.slice(0, 40))}, expected .json or .csv.`;
    throw apiError('UNKNOWN_STORED_QUERY', message, { http: { status: 404 } });
  }
  const form =
    address.form ?? (acceptedForm(headers.accept, ['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
  return answerQuery(server, { name: address.name, form }, request, record, signal);
}

async function answerIndex(
  { database, publicPath }: StoredQueryServer,
  { url = '/', headers: { accept } }: IncomingMessage,
): Promise<HttpAnswer> {
  const queries = await listQueries(database.prisma);
  const html = acceptedForm(accept, ['application/json', 'text/html']) === 'text/html';
  const headers = {
    ...(html ? textPageHeaders : contentTypeOf('json')),
    vary: 'Accept, Accept-Encoding',
    'cache-control': 'no-store',
  };
  const root = rootFrom(url.split('?', 1)[0] ?? '/').slice(0, -1);
  const body = html ? htmlIndex(schema, queries, root) : jsonIndex(schema, queries, publicPath);
  return { status: 200, headers, body };
}

async function answerQuery(
  server: StoredQueryServer,
  { name, form }: { readonly name: string; readonly form: AnswerForm },
  request: IncomingMessage,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { graphql, caching, database, snapshots, now, maskError } = server;
  const asked = webRequest(graphql.yoga, request, Buffer.alloc(0));
  if (asked === null)
    throw apiError('BAD_REQUEST', 'request: found an address that cannot be parsed, expected a URL.', {
      http: { status: 400 },
    });
  const parameters = new URL(asked.url).searchParams;
  const query = await wantedQuery(database.prisma, name, parameters);
  record.storedOperation = query.name;
  const prepared = prepareQuery(schema, query);
  const variables = readParameters(parameters, prepared.variables, query.variables);
  const defaults = Object.fromEntries(prepared.variables.map((one) => [one.name, one.fallback]));
  const style = form === 'csv' ? readTableStyle(parameters, prepared.variables) : null;
  if (style === null) refuseTableStyle(parameters, prepared.variables);
  const question = canonicalJson([query.name, query.document, query.columns, { ...defaults, ...variables }, style]);
  const key = caching.keyOf(question, form);
  const unchanged = caching.unchanged(request, key);
  if (unchanged !== null) return { status: 304, headers: unchanged, body: '' };
  const [snapshot, caller] = await Promise.all([snapshotFor(asked, snapshots), graphql.callerOf(asked)]);
  const today = utcDay(now());
  const newContext = () => graphql.contextOf(snapshot, caller, today);
  const asking: Asking = {
    service: graphql.service,
    record,
    newContext,
    computedFrom: [],
    isTable: form === 'csv',
    maskError,
  };
  const answer = await answerIn(style, prepared, variables, asking, server, signal);
  const good = answer.status === 200 ? computedFromAll(asking) : null;
  const { revision } = snapshot;
  const kept = caching.headersOf(request, key, good);
  if ('etag' in kept && wantsNoneOfAny(request)) return { status: 304, headers: kept, body: '' };
  const headers = { ...answer.headers, 'concord-revision': revision, ...kept };
  return { ...answer, headers };
}

async function answerIn(
  style: TableStyle | null,
  prepared: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  asking: Asking,
  { limits }: StoredQueryServer,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  if (style !== null) return answerTable(prepared, variables, asking, style, limits.maxPageSize, signal);
  const { text, ...asked } = await askGraphql(asking, prepared.query.document, variables);
  if (asked.errors !== undefined) return errorAnswer(statusOf(asked), text);
  return { status: 200, headers: contentTypeOf('json'), body: text };
}
