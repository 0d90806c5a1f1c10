import type { Command } from 'commander';
import { pino } from 'pino';
import { requireWritable } from '#postgres/read-write-access.ts';
import type { CommandContext } from '../command-context.ts';
import { interrupted } from '../interruption.ts';
import { withLedger } from '../with-ledger.ts';
import { keepMemorySmall } from '../young-generation.ts';

// Less than the ten seconds after which a supervisor kills.
const graceMs = 8_000;

/** `concord worker`: runs exports on schedule and on request, and delivers webhooks, until it is stopped. */
export function addWorker(program: Command, context: CommandContext): void {
  program
    .command('worker')
    .description('run exports on schedule and on request, and deliver webhooks; `serve` does so too')
    .option('--json', 'print one line of JSON when it has started')
    .action(async ({ json }: { readonly json?: true }) => {
      keepMemorySmall();
      const config = context.config();
      // Standard output is for the line that a script waits for.
      const logger = pino({ level: config.logLevel }, pino.destination(2));
      await withLedger(
        context,
        async ({ database }) => {
          await requireWritable(database.pool);
          // Loaded here, so that the other commands do not wait for the job queue.
          const { startExportWorker } = await import('../export-worker.ts');
          const { startLoneWebhookWorker } = await import('../webhook-worker.ts');
          const worker = await startExportWorker(database, logger, config);
          const webhooks = await startLoneWebhookWorker(database, logger, config);
          console.log(json ? JSON.stringify({ worker: 'started' }) : 'The worker has started. Ctrl-C stops it.');
          await interrupted(context.interruption);
          await Promise.all([worker.stop(), webhooks?.stop()]);
        },
        { graceMs, tell: (message) => logger.warn(message) },
      );
    });
}
