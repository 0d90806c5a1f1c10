import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface QuickRequest {
  readonly url: URL;
  /** What is posted, as JSON; a GET without it. */
  readonly body?: object;
}

/**
 * A connection on which requests are sent together and their answers read in order (HTTP pipelining): most of a test of many small questions would go
 * into Node's own client, and into waiting for one answer before the next request is sent.
 */
export class QuickHttp {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: ((text: string) => void)[] = [];
  #broken: (error: Error) => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket.setNoDelay();
    socket.on('data', (data: Buffer) => this.#take(data));
    socket.on('close', () => this.#broken(new Error('the server closed the connection')));
  }

  /** A connection to the server of an address, until the test has ended. */
  static async open({ hostname, port }: URL): Promise<QuickHttp> {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    onTestFinished(() => void socket.destroy());
    return new QuickHttp(socket);
  }

  /** The bodies of the answers, in the order of the requests. One call at a time. */
  ask(requests: readonly QuickRequest[]): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const texts: string[] = [];
      const got = (text: string) => {
        if (texts.push(text) === requests.length) resolve(texts);
      };
      this.#broken = reject;
      this.#waiting = requests.map(() => got);
      this.#socket.write(requests.map(written).join(''));
    });
  }

  #take(data: Buffer): void {
    this.#received = this.#received.length === 0 ? data : Buffer.concat([this.#received, data]);
    for (;;) {
      const answer = readAnswer(this.#received);
      if (answer === null) return;
      this.#received = this.#received.subarray(answer.length);
      this.#waiting.shift()?.(answer.text);
    }
  }
}

function written({ url, body }: QuickRequest): string {
  const head = `${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept: application/json\r\n`;
  if (body === undefined) return `GET ${head}\r\n`;
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  return `POST ${head}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${text}`;
}

/** The body of the first answer among bytes, and how many bytes the answer has; null when it is not all there yet. */
function readAnswer(bytes: Buffer): { readonly text: string; readonly length: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = bytes.toString('latin1', 0, end);
  const start = end + 4;
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  if (length !== undefined) {
    const whole = start + Number(length);
    return bytes.length < whole ? null : { text: bytes.toString('utf8', start, whole), length: whole };
  }
  if (/^transfer-encoding: chunked$/im.test(head)) return readChunks(bytes, start);
  throw new Error(`found an answer of unknown length: ${head}`);
}

function readChunks(bytes: Buffer, start: number): { readonly text: string; readonly length: number } | null {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { text: Buffer.concat(chunks).toString(), length: next };
    chunks.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}
