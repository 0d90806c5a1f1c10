import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection to a server on this machine, on which bytes are sent as they are; what comes back is kept. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that came until now, as Latin-1. */
  received(): string;
  /** All that came until the server ended or cut the connection. */
  whole(): Promise<string>;
}

/** Connects to the port of an address. Errors of the connection are its end. */
export async function connectTo(address: string): Promise<RawConnection> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  const received = () => Buffer.concat(chunks).toString('latin1');
  return { socket, received, whole: () => closed.then(received) };
}

/** The whole answer to bytes after which the client sends no more. */
export async function answerTo(address: string, bytes: string): Promise<string> {
  const { socket, whole } = await connectTo(address);
  socket.end(bytes, 'latin1');
  return whole();
}

/** The first status of an answer; null when none came. */
export const statusIn = (answer: string): number | null => {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1];
  return status === undefined ? null : Number(status);
};
