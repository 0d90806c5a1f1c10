import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

/** A way to the database that can be cut and mended. */
export interface Cable {
  /** Address of the database through the cable. */
  readonly url: string;
  /** Connections that are open through it. */
  readonly connections: () => number;
  /** Leads new connections to another server; those that are open stay where they are. */
  lead(to: string): void;
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>;
  /** From now on nothing passes on the connections that are open, and nobody is told; new ones work. `heard` resolves when something was sent in vain. */
  drop(): { readonly heard: Promise<void> };
  /** Takes connections again, on the same port. */
  mend(): Promise<void>;
  /** Loses in silence whatever is sent through the connections that are open: they break for neither side. */
  freeze(): void;
}

/** Lays a cable to the database at an address. */
export async function layCable(target: string): Promise<Cable> {
  let { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const fars = new Set<Socket>();
  let server: Server;
  const mend = async (onPort: number) => {
    server = createServer((near) => {
      const far = dial(Number(port), hostname);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        socket.pipe(other);
        socket.on('error', () => other.destroy());
      }
      open.add(near);
      fars.add(far);
      near.on('close', () => {
        open.delete(near);
        fars.delete(far);
        far.destroy();
      });
    });
    await once(server.listen(onPort, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port; // it listens on a port
  };
  const ourPort = await mend(0);
  const url = new URL(target);
  url.host = `127.0.0.1:${ourPort}`;
  return {
    url: url.href,
    connections: () => open.size,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    drop() {
      const { promise: heard, resolve } = Promise.withResolvers<void>();
      for (const near of open) {
        near.unpipe();
        near.on('data', () => resolve()).resume();
      }
      return { heard };
    },
    mend: async () => void (await mend(ourPort)),
    freeze() {
      for (const socket of open) socket.unpipe().pause();
      for (const far of fars) far.unpipe().pause();
    },
    lead(to) {
      ({ hostname, port } = new URL(to));
    },
  };
}
