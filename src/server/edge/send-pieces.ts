import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { setImmediate as letOthersPass } from 'node:timers/promises';

/** What of bodies in pieces was not given to their connections yet, the last piece first. */
const ungiven = new WeakMap<ServerResponse, Buffer[]>();

/** Sends the rest of a response as fast as its client reads. A client near by would otherwise have all written at once, while others wait. */
export function sendPieces(response: ServerResponse, pieces: readonly Buffer[]): void {
  const rest = pieces.toReversed();
  ungiven.set(response, rest);
  pipeline(inTurns(rest), response, () => ungiven.delete(response)); // whoever closes the connection wants no more
}

/** Each piece in a turn of the event loop; what was sent is not kept. */
async function* inTurns(rest: Buffer[]): AsyncGenerator<Buffer> {
  for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
    yield piece;
    await letOthersPass();
  }
}

export const bytesOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** Bytes of a response that are in memory and that its client has not read. */
export const unreadBytes = (response: ServerResponse): number =>
  response.writableLength + bytesOf(ungiven.get(response) ?? []);

/** Whether all of a response that was begun is in memory, or was read; else it is streamed. */
export const isWholeInMemory = (response: ServerResponse): boolean => response.writableEnded || ungiven.has(response);
