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

const standardError = (): DestinationStream =>
  pino.destination({
    dest: 2,
    sync: false,
    minLength: bytesPerWrite,
    maxWrite: 2 * bytesPerWrite,
    periodicFlush: flushMs,
  });

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
