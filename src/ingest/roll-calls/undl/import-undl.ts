import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { officialSource } from '#ledger/disputed/official-source.ts';
import type { Database } from '#postgres/open-database.ts';
import { IngestError } from '../../ingest-error.ts';
import { indexCountries } from '../crosswalk/country-index.ts';
import { crosswalkPath, readCrosswalk } from '../crosswalk/read-crosswalk.ts';
import { codesOf, stageCrosswalk } from '../crosswalk/stage-crosswalk.ts';
import { type Importer, importRollCalls, type RollCallOptions } from '../import-roll-calls.ts';
import { ProblemList, type Refused, type TakenOutcome } from '../outcome.ts';
import { noRecords } from './stage-rows.ts';
import { stageUndl } from './stage-undl.ts';
import { indexSubjects } from './subjects.ts';
import { type ToldRecords, tallyWarnings, toldRecords } from './told-records.ts';

/** The source of all records in the voting files of the UN Digital Library. */
export const undlSource = officialSource;

export interface ImportUndlOptions extends RollCallOptions {
  /** A crosswalk other than the one shipped with Concord. */
  readonly crosswalk?: string;
  /** First day that is wanted, YYYY-MM-DD. */
  readonly since?: string;
  /** Is told, in a sentence each, what in the files deserves a look. */
  readonly warn?: (warning: string) => void;
}

export type UndlOutcome = Refused | (TakenOutcome & { readonly read: ToldRecords });

/**
 * Makes the ledger say what voting files of the UN Digital Library say (docs/importing.md), of the General Assembly or the Security Council as their
 * headers tell, in one revision of source `undl`, or changes nothing. A roll call that another source has recorded is not loaded twice.
 * @throws IngestError when a file or the crosswalk cannot be read.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importUndl(
  database: Pick<Database, 'pool'>,
  paths: readonly string[],
  by: Importer,
  { warn = () => {}, since = '', ...options }: ImportUndlOptions = {},
): Promise<UndlOutcome> {
  const problems = new ProblemList();
  const crosswalk = await readCrosswalk(options.crosswalk ?? crosswalkPath, problems);
  for (const path of paths) await requireFile(path);
  if (crosswalk === null) return problems.refusal();
  const files = [...new Set(paths)].map((path) => ({ path, name: basename(path) }));
  const voters = codesOf(crosswalk);
  const countries = indexCountries(voters);
  const subjects = indexSubjects(crosswalk.subjects);
  const records = noRecords();
  const outcome = await importRollCalls(
    database,
    {
      source: undlSource,
      files,
      rollCallsIn: 'the files',
      matching: true,
      stage: async (client, reading) => {
        await stageCrosswalk(client, crosswalk, voters, countries);
        return stageUndl(client, { files, countries, subjects, since, warn }, records, reading);
      },
    },
    by,
    options,
  );
  if (outcome.status === 'REFUSED') return outcome;
  for (const warning of tallyWarnings(records, files)) warn(warning);
  return { ...outcome, read: toldRecords(records, subjects) };
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'the file does not exist' : cause.message;
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${why}.`, { cause });
  });
  if (!found.isFile()) throw new IngestError('UNREADABLE', `${path} cannot be read: it is no file.`);
}
