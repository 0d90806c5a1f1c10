import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '#config/read-config.ts';

// Lines are written together, never later than this: one write for each few requests took 6 % of the server's time.
const flushMs = 500;
const bytesPerWrite = 32_768;

/** Fields of a logged error, at any depth, that may contain a password, a key or a client's query. */
const secrets = ['connectionString', 'password', 'authorization', 'headers', 'parameters', 'query'];
const paths = secrets.flatMap((name) => [name, `err.${name}`, `err.*.${name}`, `err.*.*.${name}`]);

/** The log: one line of JSON per entry, on standard error unless it goes elsewhere, because standard output is for the addresses. Secrets are omitted. */
export const createLogger = (level: Config['logLevel'], destination: DestinationStream = standardError()): Logger =>
  pino({ level, redact: paths }, destination);

/**
 * Standard error, by many lines at once. Pino hands its lines over as texts, and of texts that wait to be written its destination measures all that it
 * has with each line that comes (findings/pino-lines-together.sh); of buffers it keeps the length.
 */
function standardError(): DestinationStream & { readonly flushSync: () => void } {
  const destination = pino.destination({
    dest: 2,
    sync: false,
    minLength: bytesPerWrite,
    maxWrite: 2 * bytesPerWrite,
    periodicFlush: flushMs,
    contentMode: 'buffer',
  });
  return {
    write: (line) => void destination.write(Buffer.from(line) as never),
    flushSync: () => destination.flushSync(),
  };
}

/** Where a log goes: for lines that another thread has written. */
export const destinationOf = (logger: Logger): DestinationStream =>
  (logger as unknown as Record<symbol, DestinationStream>)[pino.symbols.streamSym] as DestinationStream; // every logger has one

/** Lines for another thread, handed over together as `createLogger` writes them. */
export class LineBuffer implements DestinationStream {
  readonly #handOver: (lines: string) => void;
  readonly #timer: NodeJS.Timeout;
  #lines = '';

  constructor(handOver: (lines: string) => void) {
    this.#handOver = handOver;
    this.#timer = setInterval(() => this.flush(), flushMs).unref();
  }

  write(line: string): void {
    this.#lines += line;
    if (this.#lines.length >= bytesPerWrite) this.flush();
  }

  flush(): void {
    if (this.#lines === '') return;
    this.#handOver(this.#lines);
    this.#lines = '';
  }

  close(): void {
    clearInterval(this.#timer);
    this.flush();
  }
}
