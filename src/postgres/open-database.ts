import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { AccountablePool } from './accountable-pool.ts';
import { checkServer, refusePooledSessions } from './check-server.ts';
import { DatabaseError } from './database-error.ts';
import { cutConnections } from './end-connections.ts';
import { PrismaClient } from './generated/client.ts';
import { lookAnew } from './look.ts';
import { settledAddress } from './settled-address.ts';
import type { Waiting } from './take-lock.ts';

/** The ledger's database: Prisma for records, the pool of the same connections for SQL of our own. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /** The address for other connections, password included. */
  readonly url: string;
  /** Where is written: itself, or the primary of which it is a standby. */
  readonly primary: Database;
  /** The address of a Concord that takes writes, for refusals where nothing can be written; null when it is not known. */
  readonly writeUrl: string | null;
  /** How long it is waited for processes that migrate or seed, and who is told. */
  readonly waiting: Waiting;
  /** Ends what the connections are doing, on the server too; it fails there with an error. */
  cut(): Promise<void>;
  /** Takes no connection again that is open now, as when one like them turned out to be dead. */
  renew(): void;
  /** Looks with a new connection where the address leads; when it is another server or timeline, all older connections are dropped. */
  look(): Promise<void>;
  /** Calls `listener` when the address led to another server or timeline. */
  onMoved(listener: () => void): void;
  /** Calls `listener` when a connection led to a server that lacks the revision that was to be read there. */
  onLack(listener: () => void): void;
  /** Whether all connections so far led to standbys: nothing can be written here, and nothing is told of new revisions. */
  isStandby(): boolean;
  /** Waits for running queries and closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Most connections at a time. */
  readonly poolSize?: number;
  /** Milliseconds to wait for a connection. */
  readonly connectionTimeoutMs?: number;
  /** Milliseconds after which the server gives up on a statement; 0 = never. */
  readonly statementTimeoutMs?: number;
  /** Whether it may be opened while no server responds; checked is then what there is to check when one does. */
  readonly mayBeAway?: boolean;
  /** The primary, for a standby of it. */
  readonly primary?: Database;
  readonly writeUrl?: string | null;
  /** How long to wait for locks of other processes, and whom to tell; ten minutes, and nobody. */
  readonly waiting?: Partial<Waiting>;
}

const usualWaiting: Waiting = { patienceMs: 600_000, tell: () => {} };

/**
 * Opens the database at a PostgreSQL address and checks that the server is reachable and new enough.
 * @throws DatabaseError
 */
export async function openDatabase(address: string, options: DatabaseOptions = {}): Promise<Database> {
  const url = await settledAddress(address);
  const pool = new AccountablePool({
    connectionString: url,
    application_name: 'concord',
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 3_000,
    statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  const cut = cutConnections(pool, url);
  try {
    await checkServer(pool, addressOf(url));
    await refusePooledSessions(pool, addressOf(url));
  } catch (error) {
    const isAway = error instanceof DatabaseError && error.code === 'DATABASE_UNREACHABLE';
    if (!(options.mayBeAway && isAway)) {
      await pool.end();
      throw error;
    }
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  const database: Omit<Database, 'primary'> = {
    prisma,
    pool,
    url,
    writeUrl: options.writeUrl ?? null,
    waiting: { ...usualWaiting, ...options.waiting },
    cut,
    renew: () => pool.renew(),
    look: async () => void (await lookAnew(pool)),
    onMoved: (listener) => pool.timelines.onMoved(listener),
    onLack: (listener) => pool.onLack(listener),
    isStandby: () => pool.timelines.newest?.inRecovery === true,
    close,
  };
  return Object.assign(database, { primary: options.primary ?? (database as Database) }); // which it is with it
}

/** Host, port and database of an address, without its user and password. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
