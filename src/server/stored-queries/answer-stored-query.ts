import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { listQueries } from '#exports/stored-query/find-queries.ts';
import { prepareQuery } from '#exports/stored-query/prepared-query.ts';
import { apiError } from '#graphql/api-error.ts';
import { schema } from '#graphql/schema.ts';
import type { Snapshots } from '#ledger/snapshot/snapshots.ts';
import { type Answering, inTime, ownHeaders, refuseLate } from '../answer-request.ts';
import type { RequestRecord } from '../request-record.ts';
import { snapshotFor } from '../snapshot-for.ts';
import { webRequest } from '../web-request.ts';
import { acceptedForm } from './accepted-form.ts';
import { answerTable } from './answer-table.ts';
import { answerToError } from './answer-to-error.ts';
import { askGraphql, statusOf } from './ask-graphql.ts';
import { type AnswerForm, type QueryAddress, storedQueriesPath } from './query-address.ts';
import { contentTypeOf, errorAnswer, type HttpAnswer } from './query-answer.ts';
import { htmlIndex, jsonIndex } from './query-index.ts';
import { readParameters } from './read-parameters.ts';
import { wantedQuery } from './wanted-query.ts';

export interface StoredQueryServer extends Answering {
  readonly snapshots: Snapshots;
  /** What a client may see of an error. */
  readonly maskError: (error: unknown) => Error;
}

const methods = 'GET, HEAD, OPTIONS';

const usual: OutgoingHttpHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'concord-complete, concord-cost, concord-request-id, concord-revision, concord-rows, content-disposition, etag, ratelimit, ratelimit-policy',
  'x-content-type-options': 'nosniff',
};

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
  const answer = await inTime(server, () =>
    answerOf(server, address, request, record).catch((error) => answerToError(server.maskError, error, record)),
  );
  if (answer === 'TOO_LATE') {
    refuseLate(server, response, record);
    return;
  }
  const length = { 'content-length': Buffer.byteLength(answer.body) };
  response.writeHead(answer.status, { ...usual, ...answer.headers, ...ownHeaders(record), ...length });
  response.end(answer.body);
}

async function answerOf(
  server: StoredQueryServer,
  address: QueryAddress,
  request: IncomingMessage,
  record: RequestRecord,
): Promise<HttpAnswer> {
  const { method = 'GET', headers } = request;
  if (method === 'OPTIONS') return { status: 204, headers: preflight, body: '' };
  if (method !== 'GET' && method !== 'HEAD') {
    const message = `${method}: found a method that this address does not take, expected GET.`;
    throw apiError('METHOD_NOT_ALLOWED', message, { http: { status: 405, headers: { allow: methods } } });
  }
  if (address.kind === 'index') return answerIndex(server, headers.accept);
  if (address.kind === 'unknown') {
    const message = `${storedQueriesPath}${address.name}: found ${JSON.stringify(address.ending.slice(0, 40))}, expected .json or .csv.`;
    throw apiError('UNKNOWN_STORED_QUERY', message, { http: { status: 404 } });
  }
  const form =
    address.form ?? (acceptedForm(headers.accept, ['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
  return answerQuery(server, { name: address.name, form }, request, record);
}

async function answerIndex({ database }: StoredQueryServer, accept: string | undefined): Promise<HttpAnswer> {
  const queries = await listQueries(database.prisma);
  const html = acceptedForm(accept, ['application/json', 'text/html']) === 'text/html';
  const headers = {
    ...(html ? { 'content-type': 'text/html; charset=utf-8' } : contentTypeOf('json')),
    vary: 'accept',
  };
  return { status: 200, headers, body: html ? htmlIndex(schema, queries) : jsonIndex(schema, queries) };
}

async function answerQuery(
  server: StoredQueryServer,
  { name, form }: { readonly name: string; readonly form: AnswerForm },
  request: IncomingMessage,
  record: RequestRecord,
): Promise<HttpAnswer> {
  const { graphql, database, limits, snapshots } = server;
  const asked = webRequest(graphql.yoga, request, Buffer.alloc(0));
  if (asked === null)
    throw apiError('BAD_REQUEST', 'request: found no address that can be read.', { http: { status: 400 } });
  const parameters = new URL(asked.url).searchParams;
  const query = await wantedQuery(database.prisma, name, parameters);
  record.storedOperation = query.name;
  const prepared = prepareQuery(schema, query);
  const variables = readParameters(parameters, prepared.variables, query.variables);
  const snapshot = await snapshotFor(asked, snapshots);
  const authorization = request.headers.authorization ?? null;
  const asking = { graphql, record, snapshot, name: query.name, authorization };
  const answer =
    form === 'csv'
      ? await answerTable(prepared, variables, asking, limits.maxPageSize)
      : await askGraphql(asking, query.document, variables).then((given) =>
          given.errors === undefined
            ? { status: 200, headers: contentTypeOf('json'), body: given.text }
            : errorAnswer(statusOf(given), given.text),
        );
  return { ...answer, headers: { ...answer.headers, 'concord-revision': snapshot.revision, vary: 'accept' } };
}
