import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * A response that tells the client the id of its request. The id is given with the other headers: set before them, it would make Node set each of
 * them on its own.
 */
export class NamedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** So that a person can find the line in the log. */
  readonly requestId = randomUUID();

  /** @throws TypeError for a reason in words or a list of headers, which Node would take: nobody here gives them. */
  override writeHead(statusCode: number, headers?: unknown): this {
    if (typeof headers === 'string' || Array.isArray(headers)) throw new TypeError('found no object of headers');
    const others = headers as OutgoingHttpHeaders | undefined; // nothing else is left
    return super.writeHead(statusCode, { ...others, 'concord-request-id': this.requestId });
  }
}
