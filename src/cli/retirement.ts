import type { Command } from 'commander';
import { freeRows, freeShare, percent } from '#ledger/write/refuse-loss.ts';
import { parseWholeNumber } from './export-arguments.ts';

/** How far an import may go. */
export interface RetirementOptions {
  readonly retireUpTo?: number;
  readonly dryRun?: true;
}

/** Adds the options of every command that can retire records. */
export const addRetirement = (command: Command): Command =>
  command
    .option(
      '--retire-up-to <rows>',
      `permit that many records to be retired when they are more than ${freeRows} and ${percent(freeShare)} of a table of the source`,
      parseWholeNumber(0),
    )
    .option('--dry-run', 'change nothing; show how many records would change, and the first of each change');
