import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedServer, openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import type { CommandContext } from './command-context.ts';
import { interrupted } from './interruption.ts';

/** The database that a command works on. */
export interface OpenDatabase {
  readonly database: Database;
  /** Whether it is on the embedded server, which only Concord uses. */
  readonly embedded: boolean;
}

export interface WithDatabaseOptions {
  /** Milliseconds for which `use` may continue when the process is stopped; then it is interrupted. */
  readonly graceMs?: number;
  /** Connections of the pool, where others take the rest of those that the process may open. */
  readonly poolSize?: number;
  /** Called with messages about waiting and about restarts of the embedded server. Default: standard error. */
  readonly tell?: (message: string) => void;
}

/**
 * Starts the embedded server or joins the running one, or opens DATABASE_URL; runs `use`; closes everything in any case.
 * @throws Interrupted when the process was stopped and `use` did not end in time.
 */
export async function withDatabase<T>(
  { config, interruption }: CommandContext,
  use: (open: OpenDatabase) => Promise<T>,
  { graceMs = 0, tell = console.error, poolSize = config().poolSize }: WithDatabaseOptions = {},
): Promise<T> {
  const { databaseUrl, dataDirectory, statementTimeoutMs, lockTimeoutMs } = config();
  const server: EmbeddedServer | null = databaseUrl === null ? await openEmbeddedServer({ dataDirectory, tell }) : null;
  const work = async () => {
    const database = await openDatabase(databaseUrl ?? server?.url ?? '', {
      poolSize,
      statementTimeoutMs,
      waiting: { patienceMs: lockTimeoutMs, tell },
    });
    try {
      return await use({ database, embedded: server !== null });
    } finally {
      await database.close();
    }
  };
  const cut = async (): Promise<never> => {
    await interrupted(interruption);
    await delay(graceMs, undefined, { ref: false });
    throw interruption.reason;
  };
  try {
    return await Promise.race([work(), cut()]);
  } finally {
    await server?.close();
  }
}
