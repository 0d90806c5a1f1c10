import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  type Server,
  ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { isUtf8Target, originForm } from '../read-request.ts';
import { refuse } from '../refuse.ts';
import { InTurn } from './in-turn.ts';
import { SlowReaders } from './slow-readers.ts';
import { answerUnreadable } from './unreadable.ts';

export interface EdgeOptions {
  readonly logger: Logger;
  /** Seconds for which an idle connection is kept open. */
  readonly keepAliveSeconds?: number;
  /** Seconds after which a client is cut that takes nothing of its answer. */
  readonly slowReaderSeconds?: number;
}

/** Milliseconds that a whole request may take to arrive, and how often that is looked at. */
const arrivalMs = 30_000;
const arrivalCheckMs = 5_000;

/**
 * The server of node:http with what all answers have in common: nothing that a client sends, or leaves unread, ends the process or stays in memory.
 * `begin` gets the requests of one connection one after another, with their targets as servers usually get them.
 */
export function createEdge(
  { logger, keepAliveSeconds = 65, slowReaderSeconds = 30 }: EdgeOptions,
  begin: (request: IncomingMessage, response: NamedResponse) => void,
): Server {
  /**
   * The response under way on each connection. A set of responses would be rebuilt again and again, and what it once held would stay in memory until all of the
   * heap is collected (docs/decisions/throughput.md).
   */
  const underWay = new Map<Duplex, NamedResponse | null>();
  const inTurn = new InTurn();
  const slowReaders = new SlowReaders(underWay, {
    patienceMs: slowReaderSeconds * 1_000,
    cut: ({ requestId: id }, pendingBytes) =>
      logger.info({ id, pendingBytes }, 'disconnected a client that does not read its response'),
  });
  const options = {
    ServerResponse: NamedResponse,
    requestTimeout: arrivalMs,
    connectionsCheckingInterval: arrivalCheckMs,
    keepAliveTimeout: keepAliveSeconds * 1_000,
    requireHostHeader: false, // for that is refused here, with an error
  };
  // One function for all responses, each of which would otherwise have its own.
  function closed(this: NamedResponse) {
    const { socket } = this.req;
    if (underWay.get(socket) === this) underWay.set(socket, null);
    this.ended?.();
  }
  function failed(this: NamedResponse, err: Error) {
    logger.warn({ err, id: this.requestId }, 'a response could not be sent');
  }
  const beginNow = (request: IncomingMessage, response: NamedResponse) => {
    const { socket } = request;
    if (socket.timeout) socket.setTimeout(0); // which was set for the answer before
    if (underWay.has(socket)) underWay.set(socket, response);
    response.on('close', closed);
    request.url = originForm(request.url ?? '/');
    if (!isUtf8Target(request.url)) {
      const message = 'address: found percent-encoded bytes that are not UTF-8, expected UTF-8.';
      refuse(response, { status: 400, code: 'BAD_REQUEST', message });
    } else if (request.headers.host === undefined && request.httpVersion === '1.1') {
      const message = 'Host: found no header, expected the name of this server.';
      refuse(response, { status: 400, code: 'BAD_REQUEST', message, headers: { connection: 'close' } });
    } else begin(request, response);
  };
  // Thrown from here, an error would end the process.
  const guarded = (request: IncomingMessage, response: NamedResponse) => {
    try {
      beginNow(request, response);
    } catch (err) {
      logger.error({ err, id: response.requestId }, 'a request could not be accepted');
      response.destroy();
    }
  };
  const http = createServer(options, (request, response) => {
    response.on('error', failed);
    if (response.socket !== null) guarded(request, response);
    else inTurn.wait(response, () => guarded(request, response));
  });
  http.on('connection', (socket) => {
    underWay.set(socket, null);
    socket.once('close', () => underWay.delete(socket));
  });
  http.on('clientError', (error, socket) => {
    answerUnreadable(error, socket as Socket, underWay.get(socket) ?? null); // of a server over TCP
  });
  http.on('close', () => slowReaders.close());
  return http;
}

/** Headers in each form that Node takes: an object, names and values in turn, or pairs of them. */
type GivenHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[] | [name: string, value: OutgoingHttpHeader][];

const idHeader = 'concord-request-id';

/**
 * A response that tells the client the id of its request. The id is given with the other headers: set before them, it would make Node set each of
 * them on its own.
 */
export class NamedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** So that a person can find the line in the log. */
  readonly requestId = randomUUID();
  /** Is called once when the answer was sent, or its client went away. */
  ended: (() => void) | null = null;

  override writeHead(statusCode: number, statusMessage?: string, headers?: GivenHeaders): this;
  override writeHead(statusCode: number, headers?: GivenHeaders): this;
  override writeHead(statusCode: number, reason?: string | GivenHeaders, headers?: GivenHeaders): this {
    if (typeof reason === 'string') return super.writeHead(statusCode, reason, this.#named(headers));
    return super.writeHead(statusCode, this.#named(reason ?? headers));
  }

  // Node itself gives a list where it refuses a request before we see it.
  #named(headers: GivenHeaders | undefined): OutgoingHttpHeaders | OutgoingHttpHeader[] {
    if (!Array.isArray(headers)) return { ...headers, [idHeader]: this.requestId };
    // A list that begins with a pair has nothing but pairs.
    const inTurn = (Array.isArray(headers[0]) ? headers.flat(1) : headers) as OutgoingHttpHeader[];
    return [...inTurn, idHeader, this.requestId];
  }
}
