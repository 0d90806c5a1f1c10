import type { Command } from 'commander';
import { seedLedger } from '#ingest/seed.ts';
import { withSetupLock } from '#postgres/migrate/setup-lock.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { reportOutcome } from '../report-outcome.ts';
import { seedsFolder } from '../seed-once.ts';
import { withWritableLedger } from '../with-ledger.ts';

/** `concord seed`: makes the ledger say what the seed files say. */
export function addSeed(program: Command, context: CommandContext): void {
  const command = program
    .command('seed')
    .description('import the seed files; records missing from them are retired')
    .option('--json', 'print the result as JSON');
  addAuthorship(command).action(async ({ json, message, ...options }: AuthorshipOptions & { readonly json?: true }) => {
    const by = { author: authorOf(options), message: message ?? 'Import the seed files' };
    const outcome = await withWritableLedger(context, ({ database }) =>
      withSetupLock(database, () => seedLedger(database, seedsFolder, by)),
    );
    reportOutcome(outcome, json === true);
  });
}
