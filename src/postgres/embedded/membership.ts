import { Client, type DatabaseError } from 'pg';
import { concord, databaseUrl } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';

// Every process that uses the server shares this lock; who has it alone may stop the server.
const inUse = 1_179_201_107;

const databaseExists = '42P04';
const uniqueViolation = '23505';

/** One connection by which this process keeps the embedded server running. */
export interface Membership {
  /** Settles when the connection is gone, wanted or not. */
  readonly lost: Promise<void>;
  /** Gives up the place; true when no other process has one, and then none can get one until `end`. */
  leave(): Promise<boolean>;
  end(): Promise<void>;
}

/** Joins the users of the running server; null when it cannot be joined now: it is starting, or another process is stopping it. */
export async function join(port: number, password: string): Promise<Membership | null> {
  const client = new Client({
    connectionString: databaseUrl(port, password, 'postgres'),
    application_name: concord,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = Promise.withResolvers<void>();
  client.on('error', () => lost.resolve());
  client.on('end', () => lost.resolve());
  const end = () => client.end().catch(() => {});
  const ask = async (sql: string): Promise<boolean> => (await client.query(sql)).rows[0].answer;
  try {
    await client.connect();
    if (await ask(`SELECT pg_try_advisory_lock_shared(${inUse}) AS answer`)) {
      await createDatabase(client);
      const leave = async () => {
        // In this order, so that of two that leave at once at least one sees the other gone.
        await ask(`SELECT pg_advisory_unlock_shared(${inUse}) AS answer`);
        return ask(`SELECT pg_try_advisory_lock(${inUse}) AS answer`);
      };
      return { lost: lost.promise, leave, end };
    }
  } catch (error) {
    await end();
    if (isPassing(error as DatabaseError)) return null;
    const message = `The embedded PostgreSQL server on port ${port} refused Concord: ${(error as Error).message}.`;
    throw new EmbeddedError('REFUSED', message, { cause: error });
  }
  await end();
  return null;
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [concord]);
  if (rowCount !== 0) return;
  try {
    await client.query(`CREATE DATABASE ${concord}`);
  } catch (error) {
    // Another process makes it at the same time.
    if (![databaseExists, uniqueViolation].includes((error as DatabaseError).code ?? '')) throw error;
  }
}

/** It is starting up or shutting down, has no place left, or the connection broke: not a refusal. */
function isPassing({ code }: DatabaseError): boolean {
  const isSqlState = code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E');
  return !isSqlState || code.startsWith('57P') || code.startsWith('08') || code === '53300';
}
