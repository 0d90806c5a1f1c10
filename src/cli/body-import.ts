import { type Command, InvalidArgumentError } from 'commander';
import type { OpenedBody } from '#ingest/roll-calls/bodies/body-files.ts';
import { importBody } from '#ingest/roll-calls/bodies/import-body.ts';
import type { TableOptions } from '#ingest/roll-calls/bodies/read-table.ts';
import { slug, url } from '#ledger/tables/forms.ts';
import type { SourceRow } from '#ledger/tables/sources.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from './authorship.ts';
import type { CommandContext } from './command-context.ts';
import { reportRollCalls } from './report-roll-calls.ts';
import { addRetirement, type RetirementOptions } from './retirement.ts';
import { showProgress } from './show-progress.ts';
import { withWritableLedger } from './with-ledger.ts';

interface BodyImportOptions extends AuthorshipOptions, RetirementOptions {
  readonly source?: string;
  readonly title?: string;
  readonly citation?: string;
  readonly licence?: string;
  readonly licenceAddress?: string;
  readonly complete?: true;
  readonly json?: true;
}

/** How the files of a format are opened, given what the command was told. */
type Open<Own> = (paths: readonly string[], options: Own) => (options: TableOptions) => Promise<OpenedBody | null>;

export interface BodyFormat<Own> {
  readonly open: Open<Own>;
  /** What the source is called by default, in words. */
  readonly usualSource: string;
  /** Whether the format knows how its records ask to be cited; otherwise the user has to say so, and on which terms they are. */
  readonly knowsTerms: boolean;
}

/** Adds the options that every import of the votes of a body has, and its action. */
export function addBodyImport<Own extends object>(
  command: Command,
  context: CommandContext,
  { open, usualSource, knowsTerms }: BodyFormat<Own>,
): void {
  command
    .option(
      '--source <name>',
      `source of the records; default: ${usualSource}`,
      parsedBy(slug.max(100, 'a key of at most 100 characters')),
    )
    .option('--title <text>', 'what the records are; default: by the format')
    [knowsTerms ? 'option' : 'requiredOption']('--citation <text>', 'how the records are to be cited')
    [knowsTerms ? 'option' : 'requiredOption']('--licence <name>', 'terms of the records: an SPDX identifier, or words')
    .option('--licence-address <url>', 'where the terms are', parsedBy(url))
    .option('--complete', 'the files are complete: retire records of this source that they lack')
    .option('--json', 'print the result as JSON');
  addAuthorship(addRetirement(command)).action(async (paths: readonly string[], options: BodyImportOptions & Own) => {
    const { json, message, complete = false, retireUpTo = 0, dryRun = false } = options;
    const by = { author: authorOf(options), message: message ?? `Import ${paths.join(', ')}` };
    const progress = showProgress();
    context.interruption.addEventListener('abort', progress.end, { once: true });
    const settings = { complete, retireUpTo, dryRun, report: progress.report, warn: console.error };
    const outcome = await withWritableLedger(context, ({ database }) =>
      importBody(database, open(paths, options), by, { ...settings, source: saidOf(options) }),
    ).finally(progress.end);
    reportRollCalls(outcome, json === true);
  });
}

/** What the user says of the source. Who names a licence says where its terms are, too. */
function saidOf({ source, title, citation, licence, licenceAddress }: BodyImportOptions): Partial<SourceRow> {
  return {
    ...(source !== undefined && { key: source }),
    ...(title !== undefined && { title }),
    ...(citation !== undefined && { citation }),
    ...(licence !== undefined && { licence, licenceAddress: null }),
    ...(licenceAddress !== undefined && { licenceAddress }),
  };
}

const parsedBy = (form: typeof slug | typeof url) => (text: string) => {
  const { data, error } = form.safeParse(text);
  if (data !== undefined) return data;
  throw new InvalidArgumentError(`Expected ${error?.issues[0]?.message}.`);
};
