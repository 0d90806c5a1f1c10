import { type Command, Option } from 'commander';
import { openPolis, type PolisParties } from '#ingest/roll-calls/polis/read-polis.ts';
import { addBodyImport } from '../body-import.ts';
import type { CommandContext } from '../command-context.ts';
import { parseWholeNumber } from '../export-arguments.ts';

interface ImportPolisOptions {
  readonly parties: PolisParties;
  readonly minimumVotes: number;
}

/** `concord import polis`: imports the votes of a Polis conversation. */
export function addImportPolis(group: Command, context: CommandContext): void {
  const command = group
    .command('polis')
    .description('import a Polis conversation: its export, with summary, comments and participants-votes')
    .argument('<paths...>', 'the folder of the export, or its tables, each .csv or .csv.gz')
    .addOption(
      new Option('--parties <kind>', 'who the parties are: each participant, or the opinion groups that Polis found')
        .choices(['participants', 'groups'])
        .default('participants'),
    )
    .option(
      '--minimum-votes <number>',
      'with groups: how many members must have voted on a statement for the group to have a position on it',
      parseWholeNumber(1),
      5,
    );
  addBodyImport<ImportPolisOptions>(command, context, {
    open: (paths, { parties, minimumVotes }) => openPolis(paths, { parties, minimumVotes }),
    usualSource: 'polis- and the last part of the address of the conversation',
    knowsTerms: false,
  });
}
