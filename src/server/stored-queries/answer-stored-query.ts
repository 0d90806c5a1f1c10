import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { apiError } from '#graphql/api-error.ts';
import { schema } from '#graphql/schema.ts';
import { listQueries } from '#stored-queries/find-queries.ts';
import { sendPacked } from '../answer-request.ts';
import { variesByPacking } from '../caching/http-caching.ts';
import { isLongEnough } from '../compression/packer.ts';
import { corsHeaders } from '../cors.ts';
import { bytesOf, sendPieces } from '../edge/send-pieces.ts';
import { inTime, lateStoredQuery, refuseLate } from '../graphql-service.ts';
import { rootFrom } from '../page/root-from.ts';
import { textPageHeaders } from '../page/text-page.ts';
import { ownHeaders, type RequestRecord } from '../request-record.ts';
import { acceptedForm } from './accepted-form.ts';
import { answerQuery } from './answer-query.ts';
import { answerToError } from './answer-to-error.ts';
import { answerFeed } from './feed/answer-feed.ts';
import { type QueryAddress, storedQueriesPath } from './query-address.ts';
import { contentTypeOf, type HttpAnswer } from './query-answer.ts';
import { htmlIndex, jsonIndex } from './query-index.ts';
import { readQuestion } from './read-question.ts';
import type { StoredQueryServer } from './stored-query-server.ts';

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
  if (answer === 'TOO_LATE') {
    end(); // a table that its client no longer waits for is not read to the end
    if (address.kind === 'query') record.late = lateStoredQuery(address.name, server.requestTimeoutMs);
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
  if (typeof body === 'string') response.end(body);
  else sendPieces(response, body);
}

const lengthOf = (body: HttpAnswer['body']): number =>
  typeof body === 'string' ? Buffer.byteLength(body) : bytesOf(body);

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
    const message = `${storedQueriesPath}${address.name}: found ${JSON.stringify(address.ending.slice(0, 40))}, expected .json, .csv, .atom or .feed.json.`;
    throw apiError('UNKNOWN_STORED_QUERY', message, { http: { status: 404 } });
  }
  const form =
    address.form ?? (acceptedForm(headers.accept, ['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
  const question = await readQuestion(server, { name: address.name, form }, request, record);
  return form === 'atom' || form === 'feed'
    ? answerFeed(server, question, form, request, record, signal)
    : answerQuery(server, question, request, record, signal);
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
