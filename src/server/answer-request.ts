import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { HeldConnections } from '#ledger/held-connections.ts';
import type { Database } from '#ledger/open-database.ts';
import { answerKnownQuery } from './answer-known-query.ts';
import type { GraphqlCaching } from './caching/graphql-caching.ts';
import type { HttpCaching } from './caching/http-caching.ts';
import { corsHeaders } from './cors.ts';
import type { GraphqlServer } from './create-yoga.ts';
import { lateRefusal } from './late-refusal.ts';
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
  const { yoga, known } = answering.graphql;
  const short = known && (await answerKnownQuery(known, request, body, record, (work) => inTime(answering, work)));
  const answer = short ?? (await inTime(answering, () => answerByYoga(yoga, request, body, record), record));
  if (answer === 'TOO_LATE') refuseLate(answering, response, record);
  else if (typeof answer === 'string') sendJson(request, response, answer, record);
  else if ('code' in answer) refuse(response, { ...answer, headers: { ...answer.headers, ...ownHeaders(record) } });
  else await send(response, answer, record, await answering.graphqlCaching.headersOf(request, record, answer));
}

async function answerByYoga(
  yoga: GraphqlServer['yoga'],
  request: IncomingMessage,
  body: Buffer,
  record: RequestRecord,
): Promise<Response | Refusal> {
  const asked = webRequest(yoga, request, body);
  return asked === null ? notHere : yoga.handleRequest(asked, { record });
}

/** Says that an answer took too long, and of a write what became of it. */
export function refuseLate({ requestTimeoutMs }: Answering, response: ServerResponse, record: RequestRecord): void {
  const refusal = record.late ?? lateRefusal({ stage: null, written: 0 }, requestTimeoutMs);
  record.errorCodes = [refusal.code];
  refuse(response, refusal);
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
function sendJson(request: IncomingMessage, response: ServerResponse, json: string, record: RequestRecord): void {
  const cors = request.headers.origin === undefined ? {} : corsHeaders;
  const type = 'application/json; charset=utf-8';
  const length = Buffer.byteLength(json);
  const headers = { 'content-type': type, 'content-length': length, ...cors, ...ownHeaders(record) };
  // As many bytes as characters: then it is ASCII, which needs no encoding.
  response.writeHead(200, headers).end(json, length === json.length ? 'latin1' : 'utf8');
}

/** Headers that tell what an answer cost and what is left. */
export const ownHeaders = ({ cost, headers }: Pick<RequestRecord, 'cost' | 'headers'>) =>
  cost === null ? headers : { 'concord-cost': cost, ...headers };

/** What `work` gives, unless it takes too long: then what it still asks of the database is cancelled, and whatever comes of it thrown away. */
export async function inTime<T>(
  { database, requestTimeoutMs }: Answering,
  work: () => T | Promise<T>,
  record?: RequestRecord,
): Promise<T | 'TOO_LATE'> {
  const held = new HeldConnections(database.url, requestTimeoutMs);
  const { promise: tooLate, resolve } = Promise.withResolvers<'TOO_LATE'>();
  const timer = setTimeout(() => {
    if (record !== undefined) record.late = lateRefusal(held, requestTimeoutMs);
    resolve('TOO_LATE');
    void held.cancel();
  }, requestTimeoutMs);
  try {
    return await Promise.race([held.during(work), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
