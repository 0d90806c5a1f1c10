import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Config } from '#config/read-config.ts';
import type { HttpServer } from '#server/http-server.ts';
import type { CommandContext } from '../command-context.ts';
import { createLogger } from '../create-logger.ts';
import { listen, stopListening } from '../http-listen.ts';
import { interrupted } from '../interruption.ts';
import { placesBlock, placesOf } from '../places.ts';
import { seedOnce } from '../seed-once.ts';
import type { OpenDatabase } from '../with-database.ts';
import { withLedger } from '../with-ledger.ts';

// Together less than the ten seconds after which a supervisor kills.
const requestsMs = 6_000;
const closingMs = 1_000;
const graceMs = 8_000;

/** `concord serve`: everything in one process, until somebody stops it. */
export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('start the server, with its database unless DATABASE_URL names one')
    .option('--json', 'tell the addresses in one line of JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const config = context.config();
      const logger = createLogger(config.logLevel);
      const serve = async ({ database }: OpenDatabase) => {
        await seedOnce(database);
        if (context.interruption.aborted) return;
        // Loaded here, so that the other commands do not wait for GraphQL.
        const { createHttpServer } = await import('#server/http-server.ts');
        const server = createHttpServer({
          database,
          logger,
          requestTimeoutMs: config.requestTimeoutMs,
          limits: config,
        });
        await listen(server.http, config);
        const metrics = await listenForMetrics(server, config);
        const places = placesOf(server.http, metrics, config);
        console.log(json ? JSON.stringify(places) : placesBlock(places));
        await interrupted(context.interruption);
        await Promise.race([server.lifecycle.stop(), delay(requestsMs, undefined, { ref: false })]);
        await Promise.all([stopListening(server.http, closingMs), metrics && stopListening(metrics, closingMs)]);
      };
      await withLedger(context, serve, { graceMs });
    });
}

/** Serves /metrics where the configuration says so; else null. */
async function listenForMetrics({ metrics }: HttpServer, { metricsPort, host }: Config) {
  if (metricsPort === null) return null;
  const { createMetricsServer } = await import('#server/metrics-server.ts');
  const server = createMetricsServer(metrics());
  await listen(server, { port: metricsPort, host });
  return server;
}
