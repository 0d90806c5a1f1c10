import type { Command } from 'commander';
import { importFiles } from '#ingest/import-files.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { reportOutcome } from '../report-outcome.ts';
import { withWritableLedger } from '../with-ledger.ts';
import { addImportUnga } from './import-unga.ts';

interface ImportOptions extends AuthorshipOptions {
  readonly source: string;
  readonly complete?: true;
  readonly json?: true;
}

/** `concord import …`: takes what others recorded into the ledger. One import is one revision, or nothing. */
export function addImport(program: Command, context: CommandContext): void {
  const group = program.command('import').description('import records');
  addImportUnga(group, context);
  const command = group
    .command('stances')
    .description('import ledger files: parties, documents, propositions, stances (seeds/README.md explains the format)')
    .argument('<files...>', 'YAML files, or folders that contain some')
    .option('--source <name>', 'source of the records; records of other sources are never overwritten', 'files')
    .option('--complete', 'the files are complete: retire records of this source that they lack')
    .option('--json', 'print the result as JSON');
  addAuthorship(command).action(
    async (paths: readonly string[], { source, complete, json, ...options }: ImportOptions) => {
      const by = { author: authorOf(options), source, message: options.message ?? `Import ${paths.join(', ')}` };
      const outcome = await withWritableLedger(context, ({ database }) =>
        importFiles(database, paths, by, { complete: complete === true }),
      );
      reportOutcome(outcome, json === true);
    },
  );
}
