import { isAscii } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { decodeText } from '#text/decode-text.ts';
import type { ErrorAnswer } from './refuse.ts';
import { accepted } from './use-service.ts';

/** Why the body of a request is no text of the kind that JSON is, UTF-8 (RFC 8259, 8.1); null when it is, or is refused for something else. */
export function bodyRefusal({ method, headers }: IncomingMessage, body: Buffer): ErrorAnswer | null {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  if (method !== 'POST' || !accepted.test(type) || encoding !== 'identity') return null;
  const text = decodeText(body);
  if (typeof text !== 'string') {
    const { line, column, found } = text;
    return badRequest(400, `body, line ${line}, column ${column}: found ${found}, expected JSON in UTF-8.`);
  }
  const charset = charsetIn.exec(type)?.[1] ?? 'utf-8';
  if (asUtf8.test(charset) || isAscii(body)) return null;
  return badRequest(415, `content-type: found the charset ${JSON.stringify(charset.slice(0, 40))}, expected utf-8.`);
}

const charsetIn = /;\s*charset\s*=\s*"?([^\s;"]+)/i;
const asUtf8 = /^(utf-?8|us-ascii)$/i;

const badRequest = (status: number, message: string): ErrorAnswer => ({ status, code: 'BAD_REQUEST', message });
