import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ApiCode } from '#refusal/codes/api-codes.ts';

/** Node's error for malformed HTTP. */
interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Answers bytes from which no request can be read, and ends their connection. An answer that is under way on it is sent first, unless it is the
 * one to the request that broke off.
 */
export function answerUnreadable(error: ParserError, socket: Socket, underWay: ServerResponse | null): void {
  if (underWay !== null && !underWay.closed && underWay.req.complete) {
    underWay.once('close', () => socket.destroySoon());
    return;
  }
  // A client that has sent nothing expects nothing: it would take a response for that to its next request.
  const mayAnswer = socket.writable && socket.bytesRead > 0 && error.code !== 'ECONNRESET' && !underWay?.headersSent;
  if (mayAnswer) socket.write(answerTo(error));
  socket.destroySoon();
}

function answerTo({ code = '', reason, message }: ParserError): string {
  const status = statuses[code] ?? 400;
  const found = status === 408 ? 'a request that was not received in time' : `malformed HTTP (${reason ?? message})`;
  const error = {
    message: `request: found ${found}, expected HTTP/1.1.`,
    extensions: { code: 'BAD_REQUEST' satisfies ApiCode },
  };
  const body = JSON.stringify({ errors: [error] });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
