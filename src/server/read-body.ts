import type { IncomingMessage } from 'node:http';

const byteOrderMark = Buffer.from('\ufeff');

/** Some clients on Windows begin every text with it; nothing of what is sent means it. */
const withoutMark = (body: Buffer): Buffer =>
  body[0] === byteOrderMark[0] && body.subarray(0, 3).equals(byteOrderMark) ? body.subarray(3) : body;

const nothing = Buffer.alloc(0);

/**
 * The whole body of a request, however it is transferred, without a byte order mark; or why there is none: it is longer than `limit` bytes (announced, or found to be),
 * or the client went away.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'TOO_LARGE' | 'CUT_OFF'> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return nothing;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const add = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) tooLarge();
      else chunks.push(chunk);
    };
    const tooLarge = () => {
      // What still comes is thrown away.
      request.off('data', add).resume();
      resolve('TOO_LARGE');
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      tooLarge();
      return;
    }
    request.on('data', add);
    request.on('end', () => resolve(withoutMark(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))));
    request.on('close', () => resolve('CUT_OFF'));
  });
}
