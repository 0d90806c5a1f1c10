import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '#config/read-config.ts';
import { CommandError } from './command-error.ts';
import { type PortState, portState, stateAfter } from './port-state.ts';

const checkEveryMs = 50;

/**
 * Starts listening.
 * @throws CommandError if the port or the host is not available.
 */
export async function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw notFree({ port, host }, await stateAfter(cause, { port, host }), cause);
  }
}

/**
 * Checks that the port is available before anything else is started.
 * @throws CommandError if it is not.
 */
export async function requireFreePort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  const state = await portState({ port, host });
  if (!state.free) throw notFree({ port, host }, state);
}

function notFree(
  { port, host }: Pick<Config, 'port' | 'host'>,
  state: Exclude<PortState, { free: true }>,
  cause?: unknown,
): CommandError {
  const where = `Cannot listen on ${host} port ${port}: `;
  const message =
    state.concordAt === null
      ? `${where}${state.reason}. Set PORT or HOST to another value.`
      : `${where}Concord is already running there, at revision ${state.concordAt}. Use it, stop it, or set PORT to another value.`;
  return new CommandError(message, { cause });
}

/** Stops accepting requests, lets those in progress finish for at most `patienceMs`, and closes every connection. Returns whether all finished. */
export async function stopListening(server: Server, patienceMs: number): Promise<boolean> {
  const closed = once(server, 'close').then(() => true);
  const deadline = performance.now() + patienceMs;
  server.close();
  // A kept-alive connection becomes idle only after its request, so once is not enough.
  while (performance.now() < deadline) {
    server.closeIdleConnections();
    if (await Promise.race([closed, delay(checkEveryMs)])) return true;
  }
  server.closeAllConnections();
  await closed;
  return false;
}
