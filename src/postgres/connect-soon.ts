import { Client, type ClientConfig } from 'pg';
import { destroyConnection } from './end-connections.ts';

/** Milliseconds after which another attempt is begun beside those that have not succeeded. */
const againMs = 500;

/**
 * Opens a connection outside of a pool within so many milliseconds. While none is open, another attempt is begun twice a second, and the first that
 * succeeds is taken: one that was begun when a balancer led nowhere, or to a server that died, may hang while later ones are answered at once.
 * @throws what the last attempt met, as soon as none is left; when it is given up, why
 */
export async function connectSoon(config: ClientConfig, patienceMs: number, givenUp?: AbortSignal): Promise<Client> {
  const attempts = new Set<Client>();
  const { promise: opened, resolve, reject } = Promise.withResolvers<Client>();
  const until = performance.now() + patienceMs;
  const begin = () => {
    const left = Math.max(1, Math.round(until - performance.now()));
    const client = new Client({ ...config, connectionTimeoutMillis: left });
    client.on('error', () => {}); // told by whatever is asked on it
    attempts.add(client);
    client.connect().then(
      () => resolve(client),
      (error) => {
        attempts.delete(client);
        if (attempts.size === 0) reject(error);
      },
    );
  };
  const giveUp = () => reject(givenUp?.reason);
  givenUp?.addEventListener('abort', giveUp, { once: true });
  begin();
  const beginning = setInterval(begin, againMs);
  try {
    const client = await opened;
    attempts.delete(client);
    return client;
  } finally {
    clearInterval(beginning);
    givenUp?.removeEventListener('abort', giveUp);
    for (const client of attempts) destroyConnection(client);
  }
}
