import { setTimeout as delay } from 'node:timers/promises';
import { Client, type DatabaseError } from 'pg';
import { locks } from '../lock-numbers.ts';
import { clusterExists, concord, databaseUrl, readPassword } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { lacksSpace, noSpace } from './init-cluster.ts';
import { type Postmaster, runningPostmaster } from './postmaster.ts';
import type { ServerTools } from './server-tools.ts';
import { restartServer, type StartResult, startServer } from './start-server.ts';

const patienceMs = 120_000;
const pauseMs = 50;
const failuresInARow = 5;

export interface Entry {
  readonly postmaster: Postmaster;
  readonly password: string;
  readonly membership: Membership;
}

/**
 * Joins the running server or starts it. There is no lock file that a killed process could leave behind: PostgreSQL itself lets only
 * one server onto a data folder and frees the locks of the dead, so whoever loses a race looks again.
 */
export function enterServer(tools: ServerTools): Promise<Entry> {
  return enter(tools, () => startServer(tools));
}

/**
 * The same for a process that used the server before: at the port that it knows, and never with data made anew, which would be another ledger under
 * its feet.
 */
export async function enterServerAgain(tools: ServerTools, port: number): Promise<Entry> {
  const { folder } = tools.cluster;
  if (!clusterExists(tools.cluster)) {
    throw new EmbeddedError('DATA_UNUSABLE', `The data in ${folder} is missing. Restore it.`);
  }
  const entry = await enter(tools, () => restartServer(tools, port));
  if (entry.postmaster.port === port) return entry;
  await entry.membership.end();
  const message = `It now runs on port ${entry.postmaster.port}, but this process expects port ${port}. Restart Concord.`;
  throw new EmbeddedError('START_FAILED', message);
}

async function enter(tools: ServerTools, start: () => Promise<StartResult>): Promise<Entry> {
  const { cluster } = tools;
  const deadline = performance.now() + patienceMs;
  let failures = 0;
  let reason = 'it was not ready in time';
  while (failures < failuresInARow && performance.now() < deadline) {
    const postmaster = await runningPostmaster(cluster);
    if (postmaster === null) {
      const result = await start();
      if (result.started) continue;
      reason = result.reason;
      failures = lostRace(reason) ? 0 : failures + 1;
    } else if (postmaster.port > 0 && clusterExists(cluster)) {
      const password = await readPassword(cluster);
      const membership = await join(postmaster.port, password);
      if (membership !== null) return { postmaster, password, membership };
    }
    await delay(pauseMs);
  }
  if (await lacksSpace(cluster, reason)) throw noSpace(cluster);
  const message = `The embedded PostgreSQL server did not start: ${reason}. Its log is ${cluster.logFile}.`;
  throw new EmbeddedError('START_FAILED', message);
}

/** Another process holds the folder or is about to; its file that cannot be written is something else. */
const lostRace = (reason: string) => reason.includes('postmaster.pid') && !reason.includes('could not write');

const inUse = locks.embeddedServerInUse;

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
