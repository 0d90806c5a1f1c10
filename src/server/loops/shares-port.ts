import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Whether several listeners can share a port at a host, so that the kernel divides connections among them: on Linux, not on macOS or Windows. */
export async function sharesPort(host: string): Promise<boolean> {
  const servers = [createServer(), createServer()];
  let port = 0;
  try {
    for (const server of servers) {
      server.listen({ port, host, reusePort: true });
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
    }
    return true;
  } catch {
    return false;
  } finally {
    for (const server of servers) if (server.listening) server.close();
  }
}
