import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { HeldConnections } from '#postgres/held-connections.ts';
import type { Database } from '#postgres/open-database.ts';
import { answerPlainly, type DoneBefore, type PlainAnswer } from './answer-plainly.ts';
import { bodyRefusal } from './body-refusal.ts';
import type { GraphqlCaching } from './caching/graphql-caching.ts';
import { type HttpCaching, wantsNoneOfAny } from './caching/http-caching.ts';
import { corsHeaders } from './cors.ts';
import type { GraphqlServer } from './create-yoga.ts';
import { lateRefusal } from './late-refusal.ts';
import type { Limits } from './limits/limits.ts';
import { readBody } from './read-body.ts';
import { type ErrorAnswer, refuse } from './refuse.ts';
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
  const mayBeUnchanged = request.headers['if-none-match'] !== undefined;
  if (mayBeUnchanged && (await answering.graphqlCaching.answerUnchanged(request, response, record))) return;
  const { maxBodyBytes } = answering.limits;
  const body = await readBody(request, maxBodyBytes);
  if (body === 'CUT_OFF') return;
  if (body === 'TOO_LARGE') {
    const message = `body: found more than ${maxBodyBytes} bytes, expected at most ${maxBodyBytes}.`;
    refuse(response, { status: 413, code: 'BODY_TOO_LARGE', message, headers: { connection: 'close' } });
    return;
  }
  const { yoga, plain } = answering.graphql;
  const short = await answerPlainly(plain, request, body, record, (work) => inTime(answering, work, record));
  if (short !== 'TOO_LATE' && 'json' in short) {
    send(answering, request, response, ofJson(request, short), record);
    return;
  }
  const noText = short === 'TOO_LATE' ? null : bodyRefusal(request, body);
  if (noText !== null) {
    refuse(response, { ...noText, headers: ownHeaders(record) });
    return;
  }
  const answer =
    short === 'TOO_LATE'
      ? short
      : await inTime(answering, () => answerByYoga(yoga, request, body, { record, ...short }), record);
  if (answer === 'TOO_LATE') refuseLate(answering, response, record);
  else if ('code' in answer) refuse(response, { ...answer, headers: { ...answer.headers, ...ownHeaders(record) } });
  else send(answering, request, response, await ofYoga(answer), record);
}

async function answerByYoga(
  yoga: GraphqlServer['yoga'],
  request: IncomingMessage,
  body: Buffer,
  context: { readonly record: RequestRecord } & DoneBefore,
): Promise<Response | ErrorAnswer> {
  const asked = webRequest(yoga, request, body);
  return asked === null ? notHere : yoga.handleRequest(asked, context);
}

/** Sends the error for a request that took too long, and for a write its outcome. */
export function refuseLate({ requestTimeoutMs }: Answering, response: ServerResponse, record: RequestRecord): void {
  const refusal = record.late ?? lateRefusal({ stage: null, written: 0 }, requestTimeoutMs);
  record.errorCodes = [refusal.code];
  refuse(response, refusal);
}

const notHere: ErrorAnswer = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'request: found an unsupported path or method, expected GET or POST of /graphql.',
};

/** A response, without the headers common to all responses. */
interface Sent {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** The media type. */
  readonly format: string;
  readonly body: string | Buffer;
  /** The query in canonical form, for caching; null when unknown. */
  readonly question: string | null;
}

async function ofYoga(answer: Response): Promise<Sent> {
  const headers = Object.fromEntries([...answer.headers].map(([name, value]) => [name.toLowerCase(), value]));
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers, format: headers['content-type'] ?? '', body, question: null };
}

/** The JSON of an answer as Yoga would send it. */
function ofJson(request: IncomingMessage, { json, format, question }: PlainAnswer): Sent {
  const cors = request.headers.origin === undefined ? {} : corsHeaders;
  const length = Buffer.byteLength(json);
  const headers = { 'content-type': `${format}; charset=utf-8`, 'content-length': length, ...cors };
  return { status: 200, headers, format, body: json, question };
}

function send(
  { graphqlCaching }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, format, body, question }: Sent,
  record: RequestRecord,
): void {
  const isKept = request.method !== 'POST' && !('cache-control' in headers);
  const caching = isKept ? graphqlCaching.headersOf(request, record, { status, format, question }) : {};
  // The remaining points of one client do not concern those who get the response from a cache.
  const own = ownHeaders('etag' in caching ? { cost: record.cost, headers: {} } : record);
  if ('etag' in caching && wantsNoneOfAny(request)) {
    response.writeHead(304, { ...own, ...caching }).end();
    return;
  }
  response.writeHead(status, { ...headers, ...own, ...caching });
  // As many bytes as characters: then it is ASCII, which needs no encoding.
  const isAscii = typeof body === 'string' && headers['content-length'] === body.length;
  response.end(body, isAscii ? 'latin1' : 'utf8');
}

/** Headers with the cost of a response and the remaining points. */
export const ownHeaders = ({ cost, headers }: Pick<RequestRecord, 'cost' | 'headers'>) =>
  cost === null ? headers : { 'concord-cost': cost, ...headers };

/** The result of `work`, unless it takes too long: then its database queries are cancelled and its result is discarded. */
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
