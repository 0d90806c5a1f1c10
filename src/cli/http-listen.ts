import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Config } from '#config/read-config.ts';
import { CommandError } from './command-error.ts';
import { type PortState, portState, stateAfter } from './port-state.ts';

/**
 * Starts listening; with `reusePort` others of this process may listen there too.
 * @throws CommandError if the port or the host is not available.
 */
export async function listen(
  server: Server,
  { port, host }: Pick<Config, 'port' | 'host'>,
  reusePort = false,
): Promise<void> {
  // Another process with the same right would get a part of the connections, rather than an error.
  if (reusePort) await requireFreePort({ port, host });
  try {
    server.listen({ port, host, reusePort });
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
