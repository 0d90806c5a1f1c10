import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { HeldConnections } from '#ledger/held-connections.ts';
import type { Database } from '#ledger/open-database.ts';
import { answerKnownQuery } from './answer-known-query.ts';
import type { GraphqlCaching } from './caching/graphql-caching.ts';
import type { HttpCaching } from './caching/http-caching.ts';
import { corsHeaders } from './cors.ts';
import type { GraphqlServer } from './create-yoga.ts';
import type { Limits } from './limits/limits.ts';
import { readBody } from './read-body.ts';
import { type Refusal, refuse } from './refuse.ts';
import type { RequestRecord } from './request-record.ts';
import { webRequest } from './web-request.ts';

/** What requests are answered with. */
export interface Answering {
  readonly graphql: GraphqlServer;
  readonly caching: HttpCaching;
  readonly graphqlCaching: GraphqlCaching;
  readonly database: Database;
  readonly requestTimeoutMs: number;
  readonly limits: Limits;
}

/**
 * Answers a request of node:http with the GraphQL server. The body is read here, whole and within the limit: counting it in a web stream, as
 * Yoga would, takes longer than most answers (docs/decisions/execution.md).
 */
export async function answerRequest(
  answering: Answering,
  request: IncomingMessage,
  response: ServerResponse,
  record: RequestRecord,
): Promise<void> {
  if (await answering.graphqlCaching.answerUnchanged(request, response, record)) return;
  const { maxBodyBytes } = answering.limits;
  const body = await readBody(request, maxBodyBytes);
  if (body === 'CUT_OFF') return;
  if (body === 'TOO_LARGE') {
    const message = `body: found more than ${maxBodyBytes} bytes, expected at most that.`;
    refuse(response, { status: 413, code: 'BODY_TOO_LARGE', message, headers: { connection: 'close' } });
    return;
  }
  const answer = await inTime(answering, async () => {
    const { yoga, known } = answering.graphql;
    const short = known && (await answerKnownQuery(known, request, body, record));
    if (short !== null) return short;
    const asked = webRequest(yoga, request, body);
    return asked === null ? notHere : yoga.handleRequest(asked, { record });
  });
  if (answer === 'TOO_LATE') refuseLate(answering, response, record);
  else if (typeof answer === 'string') sendJson(request, response, answer, record);
  else if ('code' in answer) refuse(response, { ...answer, headers: { ...answer.headers, ...ownHeaders(record) } });
  else await send(response, answer, record, await answering.graphqlCaching.headersOf(request, record, answer));
}

/** Says that an answer took too long. */
export function refuseLate({ requestTimeoutMs }: Answering, response: ServerResponse, record: RequestRecord): void {
  const message = `The answer took longer than ${requestTimeoutMs} ms; ask for less at a time.`;
  record.errorCodes = ['REQUEST_TIMEOUT'];
  refuse(response, { status: 503, code: 'REQUEST_TIMEOUT', message });
}

const notHere: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'request: found an address or a method that this server has not, expected GET or POST of /graphql.',
};

/** Sends what Yoga answers. */
async function send(
  response: ServerResponse,
  answer: Response,
  record: RequestRecord,
  caching: OutgoingHttpHeaders,
): Promise<void> {
  // What is left to one client is nothing to those who get the answer from a cache.
  const own = ownHeaders('etag' in caching ? { ...record, headers: {} } : record);
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...own, ...caching });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** Sends the JSON of an answer as Yoga would. */
function sendJson({ headers }: IncomingMessage, response: ServerResponse, json: string, record: RequestRecord): void {
  const cors = headers.origin === undefined ? {} : corsHeaders;
  const type = 'application/json; charset=utf-8';
  const length = Buffer.byteLength(json);
  response.writeHead(200, { 'content-type': type, 'content-length': length, ...cors, ...ownHeaders(record) }).end(json);
}

/** Headers that tell what an answer cost and what is left. */
export const ownHeaders = ({ cost, headers }: Pick<RequestRecord, 'cost' | 'headers'>) =>
  cost === null ? headers : { 'concord-cost': cost, ...headers };

/** What `work` gives, unless it takes too long: then what it still asks of the database is cancelled, and whatever comes of it thrown away. */
export async function inTime<T>(
  { database, requestTimeoutMs }: Answering,
  work: () => T | Promise<T>,
): Promise<T | 'TOO_LATE'> {
  const held = new HeldConnections(database.url);
  const { promise: tooLate, resolve } = Promise.withResolvers<'TOO_LATE'>();
  const timer = setTimeout(() => {
    resolve('TOO_LATE');
    void held.cancel();
  }, requestTimeoutMs);
  try {
    return await Promise.race([held.during(work), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
