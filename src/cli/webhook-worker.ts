import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';
import { askAt } from '#graphql/stored-query/ask-at.ts';
import type { Database } from '#postgres/open-database.ts';
import { concerningRevisions } from '#server/stored-queries/feed/concerning-revisions.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import { openSnapshots, type Snapshots } from '#snapshot/snapshots.ts';
import type { PastAnswerer } from '#webhooks/query-messages.ts';
import { startWebhookWorker, type WebhookWorker } from '#webhooks/worker.ts';
import { CommandError } from './command-error.ts';
import { loadEngine } from './load-engine.ts';

const patienceMs = 60_000;

/** Starts the worker that tells destinations of changes, outside of a server; null when there are none. */
export async function startLoneWebhookWorker(
  database: Database,
  logger: Logger,
  config: Config,
): Promise<WebhookWorker | null> {
  const { webhooks: destinations } = config;
  if (destinations.length === 0) return null;
  const follows = destinations.some(({ what }) => what.kind === 'QUERY');
  // The ledger is held in memory only if there are queries to be answered.
  const snapshots = follows
    ? openSnapshots(database.url, (err) => logger.warn({ err }, 'the ledger cannot be followed; retrying'))
    : null;
  const worker = await startWebhookWorker({
    database,
    destinations,
    logger,
    answerer: await loneAnswerer(database, config, snapshots),
  });
  return {
    stop: async () => {
      await worker.stop();
      await snapshots?.close();
    },
  };
}

async function loneAnswerer(database: Database, config: Config, snapshots: Snapshots | null): Promise<PastAnswerer> {
  const engine = await loadEngine(config);
  const pageSizes = {
    usual: Math.min(config.pageSize, config.maxPageSize),
    largest: config.maxPageSize,
  };
  return {
    schema: engine.schema,
    upTo: async (revision) => {
      const newest = await snapshots?.atLeast(revision, patienceMs);
      if (newest == null) throw new CommandError(`The ledger could not be read up to revision ${revision} in time.`);
      return {
        largestPage: engine.largestPage,
        askAt: (then, day) =>
          askAt({ database, engine, pageSizes, maxCost: config.maxCost }, pastSnapshot(newest, then), day),
        concerning: (prepared, variables, revisions) =>
          concerningRevisions(database.pool, prepared, variables, newest, revisions),
      };
    },
  };
}
