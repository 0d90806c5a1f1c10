import type { Command } from 'commander';
import { importFiles } from '#ingest/import-files.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import { columnsOf, columnsOption } from '../columns-option.ts';
import type { CommandContext } from '../command-context.ts';
import { reportOutcome } from '../report-outcome.ts';
import { addRetirement, type RetirementOptions } from '../retirement.ts';
import { withWritableLedger } from '../with-ledger.ts';
import { addImportHowTheyVote } from './import-howtheyvote.ts';
import { addImportPolis } from './import-polis.ts';
import { addImportPopolo } from './import-popolo.ts';
import { addImportUndl } from './import-undl.ts';
import { addImportUnga } from './import-unga.ts';
import { addImportVoteview } from './import-voteview.ts';

interface ImportOptions extends AuthorshipOptions, RetirementOptions {
  readonly source: string;
  readonly complete?: true;
  readonly columns?: string;
  readonly json?: true;
}

/** `concord import …`: imports files into the ledger. One import is one revision, or nothing. */
export function addImport(program: Command, context: CommandContext): void {
  const group = program.command('import').description('import records');
  addImportUnga(group, context);
  addImportVoteview(group, context);
  addImportHowTheyVote(group, context);
  addImportPopolo(group, context);
  addImportPolis(group, context);
  addImportUndl(group, context);
  const command = group
    .command('stances')
    .description(
      'import ledger files: parties, documents, propositions, stances (docs/importing.md explains the formats)',
    )
    .argument('<files...>', 'YAML and CSV files, or folders that contain some')
    .option(...columnsOption)
    .option('--source <name>', 'source of the records; records of other sources are never overwritten', 'files')
    .option('--complete', 'the files are complete: retire records of this source that they lack')
    .option('--json', 'print the result as JSON');
  addAuthorship(addRetirement(command)).action(
    async (paths: readonly string[], { source, json, message, ...options }: ImportOptions) => {
      const by = { author: authorOf(options), source, message: message ?? `Import ${paths.join(', ')}` };
      const columns = await columnsOf(options.columns);
      const { complete = false, retireUpTo = 0, dryRun = false } = options;
      const outcome = await withWritableLedger(context, ({ database }) =>
        importFiles(database, paths, by, { complete, retireUpTo, dryRun, columns, warn: console.error }),
      );
      reportOutcome(outcome, json === true);
    },
  );
}
