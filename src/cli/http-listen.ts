import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '#config/read-config.ts';
import { CommandError } from './command-error.ts';

const checkEveryMs = 50;

/**
 * Begins to listen.
 * @throws CommandError when the port or the host cannot be had.
 */
export async function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'another program listens there' : code;
    throw new CommandError(`Cannot listen on ${host} port ${port}: ${reason}. Set PORT or HOST to another.`, { cause });
  }
}

/** Takes no more requests, lets those under way end for at most `patienceMs`, and closes every connection. */
export async function stopListening(server: Server, patienceMs: number): Promise<void> {
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
