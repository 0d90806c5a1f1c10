import type { IncomingMessage } from 'node:http';

/**
 * The whole body of a request, however it is transferred; or why there is none: it is longer than `limit` bytes (announced, or found to be),
 * or the client went away.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'TOO_LARGE' | 'CUT_OFF'> {
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
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('close', () => resolve('CUT_OFF'));
  });
}
