import type { Command } from 'commander';
import { openVoteview } from '#ingest/roll-calls/voteview/read-voteview.ts';
import { addBodyImport } from '../body-import.ts';
import type { CommandContext } from '../command-context.ts';

/** `concord import voteview`: imports roll calls of the US Congress. */
export function addImportVoteview(group: Command, context: CommandContext): void {
  const command = group
    .command('voteview')
    .description('import roll calls of the US Congress: tables of members, rollcalls and votes of voteview.com')
    .argument('<paths...>', 'the tables, each .csv or .csv.gz, or folders with them');
  addBodyImport(command, context, { open: openVoteview, usualSource: 'voteview', knowsTerms: true });
}
