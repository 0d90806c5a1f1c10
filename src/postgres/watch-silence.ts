import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/** What pg has and does not declare. */
interface Inside {
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: Socket };
}

const lookEveryMs = 500;

/**
 * Destroys a connection on which something is asked and nothing passes, to or from the server, for longer than a limit: packets that are dropped in
 * silence end no connection. `limitMs` is asked each time; 0 is no limit. Not before the connection is open.
 */
export function watchSilence(client: ClientBase, limitMs: () => number): void {
  const inside = client as unknown as Inside;
  const { stream } = inside.connection;
  let passed = -1;
  let since = performance.now();
  const look = () => {
    const now = performance.now();
    const bytes = stream.bytesRead + stream.bytesWritten;
    // Whoever reads a long answer slowly lets the server wait.
    if (inside.readyForQuery || stream.isPaused() || bytes !== passed) {
      passed = bytes;
      since = now;
    }
    const limit = limitMs();
    if (limit > 0 && now - since > limit) stream.destroy(new SilentConnectionError(now - since));
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  stream.once('close', () => clearInterval(timer));
}

/** A connection on which the server answered nothing for too long. */
export class SilentConnectionError extends Error {
  override readonly name = 'SilentConnectionError';

  constructor(silentMs: number) {
    super(`Connection terminated: no response from the server for ${Math.round(silentMs / 100) / 10} s`);
  }
}
