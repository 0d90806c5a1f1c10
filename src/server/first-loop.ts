import type { Logger } from 'pino';
import type { ExportDestination } from '#config/export-destinations.ts';
import type { Database } from '#postgres/open-database.ts';
import { OtherPastError } from '#snapshot/read-news.ts';
import { type FollowingSnapshots, openSnapshots, type Snapshots } from '#snapshot/snapshots.ts';
import { distrustConnections } from './distrust-connections.ts';
import { documentLimitsOf, type Limits, pageSizesOf } from './limits/limits.ts';
import type { CostlyQueries } from './threads/costly-queries.ts';
import { QueryThreads } from './threads/query-threads.ts';

/** What the first event loop has for the others. */
export interface First {
  readonly snapshots: FollowingSnapshots;
  readonly threads: QueryThreads;
  readonly budgets: SharedArrayBuffer;
  /** Calls `listener` when the database was found to be another, or away. */
  onTrouble(listener: () => void): void;
}

/** What the event loops of a process have in common. */
export interface OfFirst {
  readonly snapshots: Snapshots;
  readonly threads: CostlyQueries;
  /** Of `Budgets`. */
  readonly budgets: SharedArrayBuffer;
}

export interface FirstOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** Milliseconds after which a request is aborted. */
  readonly requestTimeoutMs?: number;
  /** Where exports are published; the folders among them are served. */
  readonly destinations?: readonly ExportDestination[];
  /** How many threads execute costly queries; 0 is one for each core but one, from 1 to 4. */
  readonly queryThreads?: number;
  /** Whether the first of them is started at once rather than with the first costly query. */
  readonly startsThreads?: boolean;
}

export const usualTimeoutMs = 10_000;

/** Follows the ledger, and has threads for costly queries. */
export function openFirst(options: FirstOptions, limits: Limits): Omit<First, 'budgets'> {
  const { database, logger, requestTimeoutMs = usualTimeoutMs, destinations = [] } = options;
  const listeners = [() => distrustConnections(database)];
  const snapshots = openSnapshots(database.url, (err) => {
    if (err instanceof OtherPastError) logger.error({ err }, 'the history of the ledger has changed; reloading it');
    else logger.warn({ err }, 'the ledger cannot be followed; retrying');
    for (const distrust of listeners) distrust();
  });
  const threads = new QueryThreads({
    databaseUrl: database.url,
    pageSizes: pageSizesOf(limits),
    limits: documentLimitsOf(limits),
    destinations,
    most: options.queryThreads ?? 0,
    timeoutMs: requestTimeoutMs,
    logger,
  });
  if (options.startsThreads) threads.begin();
  return { snapshots, threads, onTrouble: (listener) => void listeners.push(listener) };
}
