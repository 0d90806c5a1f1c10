import { createConnection } from 'node:net';

/**
 * Writes bytes to a port and gives everything that comes back until the server closes. Where it waits for more, `patienceMs` after the last
 * byte it is left.
 */
export function send(port: number, bytes: Buffer, patienceMs: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = createConnection(port, '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(patienceMs, done);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', done);
    socket.on('error', done);
    socket.write(bytes);
  });
}
