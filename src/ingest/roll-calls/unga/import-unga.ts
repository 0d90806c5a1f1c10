import type { Database } from '#postgres/open-database.ts';
import { notRead } from '../../not-read.ts';
import { indexCountries } from '../crosswalk/country-index.ts';
import { crosswalkPath, readCrosswalk } from '../crosswalk/read-crosswalk.ts';
import { stageCrosswalk } from '../crosswalk/stage-crosswalk.ts';
import { type Importer, importRollCalls, type RollCallOptions } from '../import-roll-calls.ts';
import { ProblemList, type RollCallOutcome } from '../outcome.ts';
import { findFiles, takenFiles } from './read/find-files.ts';
import { stageFiles } from './stage/stage-files.ts';

/** The source of all records in Voeten's roll calls of the UN General Assembly. */
export const ungaSource = 'unga';

export interface ImportUngaOptions extends RollCallOptions {
  /** A crosswalk other than the one shipped with Concord. */
  readonly crosswalk?: string;
  /** Is told, in a sentence, which files of the folder are not read. */
  readonly warn?: (warning: string) => void;
}

/**
 * Makes the ledger say what the roll calls of the UN General Assembly in a folder say (seeds/unga says which party is meant by which
 * country), in one revision of source `unga`, or changes nothing. What the same source said before and the files no longer say is
 * retired only with `complete`. Rows of other sources with the same key are used as they are.
 * @throws IngestError when the folder or the crosswalk cannot be read.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importUnga(
  database: Database,
  directory: string,
  by: Importer,
  options: ImportUngaOptions = {},
): Promise<RollCallOutcome> {
  const { warn = () => {} } = options;
  const problems = new ProblemList();
  const crosswalk = await readCrosswalk(options.crosswalk ?? crosswalkPath, problems);
  const { files, left } = await findFiles(directory, problems);
  if (left.length > 0) warn(notRead(left, takenFiles));
  if (crosswalk === null || problems.total > 0) return problems.refusal();
  const countries = indexCountries(crosswalk.names);
  return importRollCalls(
    database,
    {
      source: ungaSource,
      files,
      rollCallsIn: 'roll_calls.csv',
      stage: async (client, reading) => {
        await stageCrosswalk(client, crosswalk, countries);
        return stageFiles(client, files, crosswalk, countries, reading);
      },
    },
    by,
    options,
  );
}
