import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';
import { keySecretOf } from '#ledger/keys/key-secret.ts';
import { databaseTrouble } from '#postgres/database-trouble.ts';
import type { Database } from '#postgres/open-database.ts';
import { createLogger } from '#server/create-logger.ts';
import type { HttpServer } from '#server/http-server.ts';
import type { EventLoops } from '#server/loops/event-loops.ts';
import type { PastAnswerer } from '#webhooks/query-messages.ts';
import type { CommandContext } from '../command-context.ts';
import { planLoops } from '../event-loops.ts';
import { listen, requireFreePort } from '../http-listen.ts';
import { interrupted } from '../interruption.ts';
import { placesBlock, placesOf } from '../places.ts';
import { seedOnce } from '../seed-once.ts';
import { startOnPrimary } from '../start-on-primary.ts';
import type { OpenDatabase } from '../with-database.ts';
import { withLedger } from '../with-ledger.ts';
import { allocateYoung } from '../young-generation.ts';

// Time limit for each of sending the last spans and cancelling statements, after the requests have ended.
const closingMs = 500;
const graceMs = 3_000;

/** `concord serve`: runs everything in one process until it is stopped. */
export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('start the server, and its database unless DATABASE_URL is set')
    .option('--json', 'print the addresses as one line of JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      allocateYoung();
      const config = context.config();
      const logger = createLogger(config.logLevel);
      const { loops, poolSize, firstPoolSize } = await planLoops(config, logger);
      const serve = async ({ database }: OpenDatabase) => {
        await seedUnlessStandby(database, logger);
        if (context.interruption.aborted) return;
        // Loaded here, so that the other commands do not wait for GraphQL.
        const { createHttpServer } = await import('#server/http-server.ts');
        const { EventLoops } = await import('#server/loops/event-loops.ts');
        const { settingsOf } = await import('#server/settings-of.ts');
        const { stopServing } = await import('#server/stop-serving.ts');
        const { traceIfConfigured } = await import('#server/trace-if-configured.ts');
        const keySecret = await keySecretOf(config);
        const server = createHttpServer({ ...settingsOf(config), database, logger, keySecret, loops });
        const others =
          loops === 1
            ? null
            : new EventLoops({
                server,
                logger,
                config,
                keySecret,
                loops,
                poolSize,
                database,
                counts: config.metricsPort !== null,
              });
        await others?.load();
        await listen(server.http, config, others !== null);
        await others?.listen((server.http.address() as AddressInfo).port); // it listens on a port
        const metrics = await listenForMetrics(server, others, database, config, logger);
        const tracing = await traceIfConfigured(server);
        const places = placesOf(server.http, metrics, config);
        console.log(json ? JSON.stringify(places) : placesBlock(places));
        const exportsWorker = startOnPrimary(database.primary, {
          // Loaded then, so that a server does not wait for the job queue.
          start: async () => (await import('../export-worker.ts')).startExportWorker(database.primary, logger, config),
          // Without the right to create the schema of the jobs, queries still work.
          onError: (err) => logger.error({ err }, 'the export worker cannot start; exports will not run'),
        });
        const webhooks = startOnPrimary(database.primary, {
          start: () => startWebhooks(database.primary, logger, config, server.answerer),
          onError: (err) => logger.error({ err }, 'the webhook worker cannot start; nobody is told of changes'),
        });
        await interrupted(context.interruption);
        const othersFinish = others?.finish();
        const stopping = stopServing(server, metrics, database, config, async () => {
          await othersFinish;
          await others?.close();
        });
        await Promise.all([stopping, exportsWorker.stop(), webhooks.stop()]);
        await Promise.race([tracing?.close(), delay(closingMs, undefined, { ref: false })]);
      };
      await requireFreePort(config);
      await withLedger(context, serve, {
        graceMs: config.drainMs + config.shutdownMs + graceMs,
        readsFromStandby: true,
        poolSize: firstPoolSize,
        tell: (message) => logger.warn(message),
      });
    });
}

/** Starts telling the destinations of webhooks what changes; null when there are none. */
async function startWebhooks(database: Database, logger: Logger, { webhooks }: Config, answerer: PastAnswerer) {
  if (webhooks.length === 0) return null;
  const { startWebhookWorker } = await import('#webhooks/worker.ts');
  return startWebhookWorker({ database, destinations: webhooks, answerer, logger });
}

/** A standby has what its primary has. */
async function seedUnlessStandby({ primary, url }: Database, logger: Logger): Promise<void> {
  if (primary.isStandby()) {
    logger.info('the database is a standby: nothing can be written here, and exports do not run');
    return;
  }
  await seedOnce(primary).catch((err) => {
    const isAway = databaseTrouble(err) === 'UNAVAILABLE';
    if (!isAway || primary.url === url) throw err;
    logger.warn({ err }, 'the primary database cannot be reached; serving from its standby');
  });
}

/** Serves /metrics if configured; else null. */
async function listenForMetrics(
  server: HttpServer,
  others: EventLoops | null,
  database: Database,
  config: Config,
  logger: Logger,
) {
  const { metricsPort, host, webhooks } = config;
  if (metricsPort === null) return null;
  const { createMetrics } = await import('#server/metrics.ts');
  const { createMetricsServer } = await import('#server/metrics-server.ts');
  const { snapshots, subscriptions } = server;
  const names = webhooks.map(({ name }) => name);
  const metrics = createMetrics(database, { snapshots, subscriptions, webhooks: names, others });
  server.observe(metrics.observe);
  const ofMetrics = createMetricsServer(metrics, logger);
  await listen(ofMetrics, { port: metricsPort, host });
  return ofMetrics;
}
