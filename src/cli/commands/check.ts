import type { Command } from 'commander';
import { checkFiles } from '#ingest/check-files.ts';
import { ledgerFiles, notRead } from '#ingest/not-read.ts';
import { columnsOf, columnsOption } from '../columns-option.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { withLedger } from '../with-ledger.ts';

interface CheckOptions {
  readonly columns?: string;
  readonly json?: true;
}

/** `concord check`: reports every problem in files and changes nothing. */
export function addCheck(program: Command, context: CommandContext): void {
  program
    .command('check')
    .description('report every problem in ledger files; changes nothing')
    .argument('<files...>', 'YAML and CSV files, or folders that contain some')
    .option(...columnsOption)
    .option('--json', 'print the result as JSON')
    .action(async (paths: readonly string[], { columns, json }: CheckOptions) => {
      const read = await columnsOf(columns);
      const { files, left, problems } = await withLedger(context, ({ database }) => checkFiles(database, paths, read));
      if (left.length > 0) console.error(notRead(left, ledgerFiles));
      if (json) console.log(JSON.stringify({ files, problems }));
      if (problems.length > 0) throw refusal(problems);
      if (!json) console.log(files === 1 ? '1 file is valid.' : `${files} files are valid.`);
    });
}
