import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';
import { keySecretOf } from '#ledger/keys/key-secret.ts';
import type { Database } from '#postgres/open-database.ts';
import { createLogger } from '#server/create-logger.ts';
import type { HttpServer } from '#server/http-server.ts';
import type { EventLoops } from '#server/loops/event-loops.ts';
import type { CommandContext } from '../command-context.ts';
import { planLoops } from '../event-loops.ts';
import { listen, requireFreePort } from '../http-listen.ts';
import { interrupted } from '../interruption.ts';
import { placesBlock, placesOf } from '../places.ts';
import { seedOnce } from '../seed-once.ts';
import type { OpenDatabase } from '../with-database.ts';
import { withLedger } from '../with-ledger.ts';

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
      const config = context.config();
      const logger = createLogger(config.logLevel);
      const { loops, poolSize, firstPoolSize } = await planLoops(config, logger);
      const serve = async ({ database }: OpenDatabase) => {
        await seedOnce(database);
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
                databaseUrl: database.url,
                counts: config.metricsPort !== null,
              });
        await others?.load();
        await listen(server.http, config, others !== null);
        await others?.listen((server.http.address() as AddressInfo).port); // it listens on a port
        const metrics = await listenForMetrics(server, others, database, config, logger);
        const tracing = await traceIfConfigured(server);
        const places = placesOf(server.http, metrics, config);
        console.log(json ? JSON.stringify(places) : placesBlock(places));
        const { startExportWorker } = await import('../export-worker.ts');
        // Without the right to create the schema of the jobs, queries still work.
        const worker = await startExportWorker(database, logger, config).catch((err) => {
          logger.error({ err }, 'the export worker cannot start; exports will not run');
        });
        await interrupted(context.interruption);
        const { shutdownMs } = config;
        await Promise.all([stopServing(server, metrics, database, shutdownMs, others?.stop()), worker?.stop()]);
        await Promise.race([tracing?.close(), delay(closingMs, undefined, { ref: false })]);
      };
      await requireFreePort(config);
      await withLedger(context, serve, {
        graceMs: config.shutdownMs + graceMs,
        poolSize: firstPoolSize,
        tell: (message) => logger.warn(message),
      });
    });
}

/** Serves /metrics if configured; else null. */
async function listenForMetrics(
  server: HttpServer,
  others: EventLoops | null,
  database: Database,
  { metricsPort, host }: Config,
  logger: Logger,
) {
  if (metricsPort === null) return null;
  const { createMetrics } = await import('#server/metrics.ts');
  const { createMetricsServer } = await import('#server/metrics-server.ts');
  const metrics = createMetrics(database, server.snapshots, others);
  server.observe(metrics.observe);
  const ofMetrics = createMetricsServer(metrics, logger);
  await listen(ofMetrics, { port: metricsPort, host });
  return ofMetrics;
}
