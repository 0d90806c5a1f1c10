import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificate.ts';

/** The address of a front that takes TLS for a database, as a server with `ssl = on` does, and hands on what comes; gone when the test is over. */
export async function behindTls(url: string, host: string, { cert, key }: Certificate): Promise<URL> {
  const { hostname, port } = new URL(url);
  const front = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      // Whatever it is, it asks for TLS: the addresses of these tests do.
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, cert, key });
      const inner = connect(Number(port), hostname);
      for (const side of [secure, inner]) side.on('error', () => [secure, inner].map((one) => one.destroy()));
      secure.pipe(inner).pipe(secure);
    });
  });
  await once(front.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void front.close());
  const address = new URL(url);
  address.host = `${host}:${(front.address() as AddressInfo).port}`; // it listens on a port
  return address;
}
