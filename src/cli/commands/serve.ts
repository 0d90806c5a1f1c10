import type { Command } from 'commander';
import { pino } from 'pino';
import type { CommandContext } from '../command-context.ts';
import { listen, stopListening } from '../http-listen.ts';
import { interrupted } from '../interruption.ts';
import { placesBlock, placesOf } from '../places.ts';
import { seedOnce } from '../seed-once.ts';
import type { OpenDatabase } from '../with-database.ts';
import { withLedger } from '../with-ledger.ts';

// Together less than the ten seconds after which a supervisor kills.
const requestsMs = 6_000;
const graceMs = 8_000;

/** `concord serve`: everything in one process, until somebody stops it. */
export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('start the server, with its database unless DATABASE_URL names one')
    .option('--json', 'tell the addresses in one line of JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const config = context.config();
      // Standard output is for the addresses.
      const logger = pino({ level: config.logLevel }, pino.destination(2));
      const serve = async ({ database }: OpenDatabase) => {
        await seedOnce(database);
        if (context.interruption.aborted) return;
        // Loaded here, so that the other commands do not wait for GraphQL.
        const { createHttpServer } = await import('#server/http-server.ts');
        const server = createHttpServer({ database, logger, destinations: config.exportDestinations });
        await listen(server, config);
        const places = placesOf(server, config);
        console.log(json ? JSON.stringify(places) : placesBlock(places));
        const { startExportWorker } = await import('../export-worker.ts');
        // Who may not create the schema of the jobs can ask all the same.
        const worker = await startExportWorker(database, logger, config).catch((err) => {
          logger.error({ err }, 'exports are not made: the worker cannot start');
        });
        await interrupted(context.interruption);
        await Promise.all([stopListening(server, requestsMs), worker?.stop()]);
      };
      await withLedger(context, serve, { graceMs });
    });
}
