import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { setImmediate as letOthersPass } from 'node:timers/promises';

/** Bytes of bodies in pieces that their connections were not given yet. */
const ungiven = new WeakMap<ServerResponse, number>();

/** Sends the rest of a response as fast as its client reads. A client near by would otherwise have all written at once, while others wait. */
export function sendPieces(response: ServerResponse, pieces: readonly Buffer[]): void {
  ungiven.set(response, lengthOf(pieces));
  pipeline(inTurns(response, pieces.toReversed()), response, () => ungiven.delete(response)); // whoever closes the connection wants no more
}

/** The pieces, the last first, each in a turn of the event loop; what was sent is not kept. */
async function* inTurns(response: ServerResponse, pieces: Buffer[]): AsyncGenerator<Buffer> {
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    ungiven.set(response, (ungiven.get(response) ?? 0) - piece.length);
    yield piece;
    await letOthersPass();
  }
}

const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** Bytes of a response that are in memory and that its client has not read. */
export const unreadBytes = (response: ServerResponse): number => response.writableLength + (ungiven.get(response) ?? 0);

/** Whether all of a response that was begun is in memory, or was read; else it is streamed. */
export const isWholeInMemory = (response: ServerResponse): boolean => response.writableEnded || ungiven.has(response);
