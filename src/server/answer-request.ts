import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { GraphqlCaching } from './caching/graphql-caching.ts';
import { type HttpCaching, variesByPacking, wantsNoneOfAny } from './caching/http-caching.ts';
import { isLongEnough, type Packed, type Packer } from './compression/packer.ts';
import { corsHeaders } from './cors.ts';
import type { GraphqlServer } from './create-yoga.ts';
import {
  answerPlainly,
  type DoneBefore,
  inTime,
  type PlainAnswer,
  refuseLate,
  type TimeLimit,
} from './graphql-service.ts';
import type { Limits } from './limits/limits.ts';
import { readBody, webRequest } from './read-request.ts';
import { type ErrorAnswer, refuse } from './refuse.ts';
import { ownHeaders, type RequestRecord } from './request-record.ts';
import { bodyRefusal } from './use-service.ts';

/** What requests are answered with. */
export interface Answering extends TimeLimit {
  readonly graphql: GraphqlServer;
  readonly caching: HttpCaching;
  readonly graphqlCaching: GraphqlCaching;
  readonly packer: Packer;
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
    return send(answering, request, response, ofJson(request, short), record);
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
  else if (record.openStream === null) return send(answering, request, response, await ofYoga(answer), record);
  else record.openStream(request, response);
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

/** Nothing is waited for unless the client takes a packed answer: answers that were made together are sent together. */
function send(
  { graphqlCaching, packer }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, format, body, question }: Sent,
  record: RequestRecord,
): Promise<void> | undefined {
  const isKept = request.method !== 'POST' && !('cache-control' in headers);
  const caching = isKept ? graphqlCaching.headersOf(request, record, { status, format, question }) : {};
  // The remaining points of one client do not concern those who get the response from a cache.
  const own = ownHeaders('etag' in caching ? { cost: record.cost, headers: {} } : record);
  if ('etag' in caching && wantsNoneOfAny(request)) {
    response.writeHead(304, { ...own, ...caching }).end();
    return;
  }
  const bytes = Number(headers['content-length'] ?? body.length);
  const isKeptPacked = 'etag' in caching && isLongEnough(bytes);
  const all = { ...headers, ...own, ...caching, ...(isKeptPacked && variesByPacking) };
  const packed = packer.packed(request, bytes, { headers: all, body });
  if (packed !== null) return sendPacked(response, status, packed);
  response.writeHead(status, all);
  // As many bytes as characters: then it is ASCII, which needs no encoding.
  const isAscii = typeof body === 'string' && headers['content-length'] === body.length;
  response.end(body, isAscii ? 'latin1' : 'utf8');
}

/** Sends an answer once it is packed. */
export async function sendPacked(response: ServerResponse, status: number, packed: Promise<Packed>): Promise<void> {
  const { headers, body } = await packed;
  response.writeHead(status, headers).end(body);
}
