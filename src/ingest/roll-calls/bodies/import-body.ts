import { basename } from 'node:path';
import type { SourceRow } from '#ledger/tables/sources.ts';
import type { Database } from '#postgres/open-database.ts';
import { type Importer, importRollCalls, type RollCallOptions } from '../import-roll-calls.ts';
import { ProblemList, type RollCallOutcome } from '../outcome.ts';
import type { OpenedBody } from './body-files.ts';
import type { TableOptions } from './read-table.ts';
import { stageBody } from './stage-body.ts';

export interface ImportBodyOptions extends RollCallOptions {
  /** What is known better than by the format of whose records these are and on which terms. Its key is the source of every record. */
  readonly source?: Partial<SourceRow>;
  /** Is told, in sentences, what of the files is not read. */
  readonly warn?: (warning: string) => void;
}

/**
 * Makes the ledger say what the files of a body say: its voters and their groups as parties, its roll calls, votes and absences, in one revision, or changes
 * nothing. What the same source said before and the files no longer say is retired only with `complete`.
 * @throws IngestError when a file cannot be read.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importBody(
  database: Pick<Database, 'pool'>,
  open: (options: TableOptions) => Promise<OpenedBody | null>,
  by: Importer,
  { source: known = {}, warn = () => {}, ...options }: ImportBodyOptions = {},
): Promise<RollCallOutcome> {
  const problems = new ProblemList();
  const reading = { problems, report: options.report ?? (() => {}), warn: once(warn) };
  const opened = await open(reading);
  if (opened === null) return problems.refusal();
  const source = { ...opened.source, ...known };
  const body = await opened.read({ ...reading, source });
  if (body === null) return problems.refusal();
  const files = body.paths.map((path) => ({ name: basename(path), path }));
  return importRollCalls(
    database,
    {
      source: source.key,
      files,
      rollCallsIn: 'the files',
      stage: async (client, staging) => {
        await stageBody(client, body, source);
        const found = problems.refusal();
        staging.problems.addMany(found.problems, found.total);
        for (const sentence of body.left?.() ?? []) warn(`Note: ${sentence}`);
        return true;
      },
    },
    by,
    options,
  );
}

/** Passes on each sentence once: some files are read twice. */
function once(warn: (warning: string) => void): (warning: string) => void {
  const said = new Set<string>();
  return (warning) => {
    if (!said.has(warning)) warn(warning);
    said.add(warning);
  };
}
