import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address at which a browser on this machine reaches a listening server: `http://localhost:4000`. */
export function httpAddress(server: Server): string {
  // A server that listens on a host and port has an AddressInfo.
  const { address, port, family } = server.address() as AddressInfo;
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${everywhere ? 'localhost' : host}:${port}`;
}
