import type { Command } from 'commander';
import { seedLedger } from '#ingest/seed.ts';
import { withSetupLock } from '#postgres/migrate/setup-lock.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { reportOutcome } from '../report-outcome.ts';
import { addRetirement, type RetirementOptions } from '../retirement.ts';
import { seedsFolder } from '../seed-once.ts';
import { withWritableLedger } from '../with-ledger.ts';

interface SeedOptions extends AuthorshipOptions, RetirementOptions {
  readonly json?: true;
}

/** `concord seed`: imports the seed files. */
export function addSeed(program: Command, context: CommandContext): void {
  const command = program
    .command('seed')
    .description('import the seed files; records missing from them are retired')
    .option('--json', 'print the result as JSON');
  addAuthorship(addRetirement(command)).action(
    async ({ json, message, retireUpTo = 0, dryRun, ...options }: SeedOptions) => {
      const by = { author: authorOf(options), message: message ?? 'Import the seed files' };
      const outcome = await withWritableLedger(context, ({ database }) =>
        withSetupLock(database, () => seedLedger(database, seedsFolder, by, { retireUpTo, dryRun: dryRun === true })),
      );
      reportOutcome(outcome, json === true);
    },
  );
}
