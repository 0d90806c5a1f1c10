import { type Logger, pino } from 'pino';
import type { Config } from '#config/read-config.ts';

// Lines are written together, never later than this: one write for each few requests took 6 % of the server's time.
const flushMs = 500;
const bytesPerWrite = 32_768;

/** Fields of a logged error, at any depth, that may contain a password, a key or a client's query. */
const secrets = ['connectionString', 'password', 'authorization', 'headers', 'parameters', 'query'];
const paths = secrets.flatMap((name) => [name, `err.${name}`, `err.*.${name}`, `err.*.*.${name}`]);

/** The log: one line of JSON per entry, on standard error, because standard output is for the addresses. Secrets are omitted. */
export function createLogger(level: Config['logLevel']): Logger {
  const destination = pino.destination({
    dest: 2,
    sync: false,
    minLength: bytesPerWrite,
    maxWrite: 2 * bytesPerWrite,
    periodicFlush: flushMs,
  });
  return pino({ level, redact: paths }, destination);
}
