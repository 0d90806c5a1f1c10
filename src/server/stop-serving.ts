import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '#config/read-config.ts';
import type { Database } from '#postgres/open-database.ts';
import type { HttpServer } from './http-server.ts';

const checkEveryMs = 50;
/** Time limit for closing connections after the requests have ended. */
const closingMs = 500;

/**
 * Answers for `drainMs` more while load balancers turn away, lets requests in progress finish for at most `shutdownMs`, then closes the remaining
 * connections and cancels statements that outlive their requests. Between the two it awaits `beforeClosing`: until then the port stays open, and what
 * other event loops need of this one is there.
 */
export async function stopServing(
  { http, lifecycle }: Pick<HttpServer, 'http' | 'lifecycle'>,
  metrics: Server | null,
  database: Database,
  { drainMs, shutdownMs: patienceMs }: Pick<Config, 'drainMs' | 'shutdownMs'>,
  beforeClosing?: () => Promise<void>,
): Promise<void> {
  lifecycle.leave();
  if (drainMs > 0) await delay(drainMs);
  const ended = lifecycle.stop().then(() => true);
  const inTime = await Promise.race([ended, delay(patienceMs, false, { ref: false })]);
  await beforeClosing?.();
  await Promise.all([stopListening(http, closingMs), metrics && stopListening(metrics, closingMs)]);
  if (!inTime) await Promise.all([database.cut(), database.primary.cut()]);
}

/** Stops accepting requests, lets those in progress finish for at most `patienceMs`, and closes every connection. */
async function stopListening(server: Server, patienceMs: number): Promise<void> {
  const closed = once(server, 'close').then(() => true);
  const deadline = performance.now() + patienceMs;
  server.close();
  // A kept-alive connection becomes idle only after its request, so once is not enough.
  while (performance.now() < deadline) {
    server.closeIdleConnections();
    if (await Promise.race([closed, delay(checkEveryMs)])) return;
  }
  server.closeAllConnections();
  await closed;
}
