import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

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
