import type { Command } from 'commander';
import { openHowTheyVote } from '#ingest/roll-calls/howtheyvote/read-howtheyvote.ts';
import { addBodyImport } from '../body-import.ts';
import type { CommandContext } from '../command-context.ts';

/** `concord import howtheyvote`: imports roll-call votes in the European Parliament. */
export function addImportHowTheyVote(group: Command, context: CommandContext): void {
  const command = group
    .command('howtheyvote')
    .description('import roll-call votes in the European Parliament: the export of HowTheyVote.eu, unzipped')
    .argument('<paths...>', 'the folder of the export, or its tables, each .csv or .csv.gz');
  addBodyImport(command, context, { open: openHowTheyVote, usualSource: 'howtheyvote', knowsTerms: true });
}
