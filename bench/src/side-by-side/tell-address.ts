import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on any free port and tells the address as `concord serve --json` does. */
export async function tellAddress(server: Server, path: string): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  console.log(JSON.stringify({ api: `http://127.0.0.1:${port}${path}` }));
}
