import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { checkServer } from './check-server.ts';
import { cutConnections } from './cut-connections.ts';
import { PrismaClient } from './generated/client.ts';
import { AccountablePool } from './held-connections.ts';

/** The ledger's database: Prisma for records, the pool of the same connections for SQL of our own. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /** The address that it was opened with, password included. */
  readonly url: string;
  /** Ends what the connections are doing, on the server too; it fails there with an error. */
  cut(): Promise<void>;
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
}

/**
 * Opens the database at a PostgreSQL address and checks that the server is reachable and new enough.
 * @throws DatabaseError
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const pool = new AccountablePool({
    connectionString: url,
    application_name: 'concord',
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 3_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    keepAlive: true,
    // Days are UTC days, whatever the server is set to.
    options: '-c timezone=UTC',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that breaks in use: the query says so.
  pool.on('connect', (client) => client.on('error', () => {}));
  const cut = cutConnections(pool, url);
  try {
    await checkServer(pool, addressOf(url));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { prisma, pool, url, cut, close };
}

/** Host, port and database of an address, without its user and password. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
