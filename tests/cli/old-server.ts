import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** One message of PostgreSQL's protocol: its kind, its length, its content. */
function message(kind: string, ...parts: (Buffer | string | number)[]): Buffer {
  const content = Buffer.concat(parts.map(bytes));
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

/** Texts end with a zero; numbers are of four bytes. */
function bytes(part: Buffer | string | number): Buffer {
  if (Buffer.isBuffer(part)) return part;
  if (typeof part === 'string') return Buffer.from(`${part}\0`);
  const number = Buffer.alloc(4);
  number.writeInt32BE(part);
  return number;
}

const short = (number: number) => bytes(number).subarray(2);
const ready = message('Z', Buffer.from('I'));
const welcome = Buffer.concat([message('R', 0), ready]);

/** The answer to a query: one row of one column of whole numbers. */
const answer = (number: string) =>
  Buffer.concat([
    message('T', short(1), 'version', 0, short(0), 23, short(4), -1, short(0)),
    message('D', short(1), number.length, Buffer.from(number)),
    message('C', 'SELECT 1'),
    ready,
  ]);

/** A server that speaks just enough of PostgreSQL's protocol to let everybody in and answer every query with its version. */
export async function speakPostgres(version: string): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(welcome);
      socket.on('data', (data: Buffer) => {
        if (String.fromCharCode(data[0] ?? 0) === 'Q') socket.write(answer(version));
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
