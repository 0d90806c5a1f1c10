import type { Client } from 'pg';

/** What pg has and does not declare. */
interface Inside {
  readonly connection: { readonly stream: { readonly bytesRead?: number; destroy(): void } };
  /** False while the server owes an answer. */
  readonly readyForQuery: boolean;
}

/**
 * Runs work that asks a client one thing after another, and closes the connection when the server owes an answer and nothing at all comes from it for
 * one to two times so many milliseconds: packets that are dropped on the way break no connection. The work fails with an error that says so.
 */
export async function noticeSilence<Result>(
  client: Client,
  silenceMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const inside = client as unknown as Inside; // see above
  const silent = Promise.withResolvers<never>();
  let heard: number | null = null;
  const look = () => {
    const { bytesRead = 0 } = inside.connection.stream;
    if (!inside.readyForQuery && bytesRead === heard) {
      silent.reject(new Error(`No response from the database for more than ${silenceMs / 1000} s.`));
      inside.connection.stream.destroy();
    }
    heard = inside.readyForQuery ? null : bytesRead;
  };
  const timer = setInterval(look, silenceMs);
  timer.unref();
  try {
    return await Promise.race([work(), silent.promise]);
  } finally {
    clearInterval(timer);
  }
}
