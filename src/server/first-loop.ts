import type { Logger } from 'pino';
import type { ExportDestination } from '#config/export-destinations.ts';
import type { Database } from '#postgres/open-database.ts';
import { OtherPastError } from '#snapshot/snapshot.ts';
import { type FollowingSnapshots, openSnapshots, type Snapshots } from '#snapshot/snapshots.ts';
import { distrustConnections } from './distrust-connections.ts';
import { documentLimitsOf, type Limits, pageSizesOf } from './limits/limits.ts';
import type { RoomMemory } from './live/room.ts';
import type { CostlyQueries } from './threads/costly-queries.ts';
import { QueryThreads } from './threads/query-threads.ts';

/** What the first event loop has for the others. */
export interface First {
  readonly snapshots: FollowingSnapshots;
  readonly threads: QueryThreads;
  readonly budgets: SharedArrayBuffer;
  /** Where the subscriptions of all loops are counted: `all` of `RoomMemory`. */
  readonly subscribed: SharedArrayBuffer;
  /** Where points are counted. */
  readonly rateLimitStore: Limits['rateLimitStore'];
  /** Calls `listener` when the database was found to be another, or away. */
  onTrouble(listener: () => void): void;
}

/** What the event loops of a process have in common. */
export interface OfFirst {
  readonly snapshots: Snapshots;
  readonly threads: CostlyQueries;
  /** Of `Budgets`. */
  readonly budgets: SharedArrayBuffer;
  readonly room: RoomMemory;
  readonly rateLimitStore: Limits['rateLimitStore'];
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
  /** Milliseconds between looks at a standby, which tells of no revisions. */
  readonly followMs?: number;
}

/** What `openFirst` opens. */
export type Opened = Omit<First, 'budgets' | 'subscribed' | 'rateLimitStore'>;

export const usualTimeoutMs = 10_000;

/** Follows the ledger, and has threads for costly queries. */
export function openFirst(options: FirstOptions, limits: Limits): Opened {
  const { database, logger, requestTimeoutMs = usualTimeoutMs, destinations = [], followMs } = options;
  const { primary, url } = database;
  const listeners = [() => distrustConnections(database)];
  const onError = (err: unknown) => {
    if (err instanceof OtherPastError) logger.error({ err }, 'the history of the ledger has changed; reloading it');
    else logger.warn({ err }, 'the ledger cannot be followed; retrying');
    for (const distrust of listeners) distrust();
  };
  const snapshots = openSnapshots(url, onError, {
    ...(followMs !== undefined && { followMs }),
    primaryUrl: primary.url === url ? null : primary.url,
  });
  const threads = new QueryThreads({
    databaseUrl: url,
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
