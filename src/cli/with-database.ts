import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedServer, openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';
import type { Database } from '#postgres/open-database.ts';
import { openWithStandby } from '#postgres/open-with-standby.ts';
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
  /** Whether it reads from DATABASE_READ_URL where that is set, and goes on while DATABASE_URL is away; else from where it writes. */
  readonly readsFromStandby?: boolean;
  /** Connections of the pool, where others take the rest of those that the process may open. */
  readonly poolSize?: number;
  /** Called with messages about waiting and about restarts of the embedded server. Default: standard error. */
  readonly tell?: (message: string) => void;
}

/**
 * Starts the embedded server or joins the running one, or opens DATABASE_URL, else DATABASE_READ_URL; runs `use`; closes everything in any case.
 * @throws Interrupted when the process was stopped and `use` did not end in time.
 */
export async function withDatabase<T>(
  { config, interruption }: CommandContext,
  use: (open: OpenDatabase) => Promise<T>,
  {
    graceMs = 0,
    readsFromStandby = false,
    tell = console.error,
    poolSize = config().poolSize,
  }: WithDatabaseOptions = {},
): Promise<T> {
  const { databaseUrl, databaseReadUrl, dataDirectory, statementTimeoutMs, lockTimeoutMs, writeUrl } = config();
  const address = databaseUrl ?? databaseReadUrl;
  const server: EmbeddedServer | null = address === null ? await openEmbeddedServer({ dataDirectory, tell }) : null;
  const standbyUrl = readsFromStandby && databaseUrl !== null ? databaseReadUrl : null;
  const work = async () => {
    const options = { poolSize, statementTimeoutMs, writeUrl, waiting: { patienceMs: lockTimeoutMs, tell } };
    const database = await openWithStandby({ url: address ?? server?.url ?? '', standbyUrl }, options);
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
