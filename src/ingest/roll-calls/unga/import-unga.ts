import type { Database } from '#postgres/open-database.ts';
import { notRead } from '../../not-read.ts';
import { indexCountries } from '../crosswalk/country-index.ts';
import { crosswalkPath, readCrosswalk } from '../crosswalk/read-crosswalk.ts';
import { namesOf, stageCrosswalk } from '../crosswalk/stage-crosswalk.ts';
import { type Importer, importRollCalls, type RollCallOptions } from '../import-roll-calls.ts';
import { ProblemList, type RollCallOutcome } from '../outcome.ts';
import { findRepeats } from './check/repeats.ts';
import { checkReusedNumbers } from './check/reused-numbers.ts';
import { findFiles, takenFiles } from './read/find-files.ts';
import { stageFiles } from './stage/stage-files.ts';
import { withdrawLabels } from './stage/withdraw-labels.ts';

/** The source of all records in Voeten's roll calls of the UN General Assembly. */
export const ungaSource = 'unga';

export interface ImportUngaOptions extends RollCallOptions {
  /** A crosswalk other than the one shipped with Concord. */
  readonly crosswalk?: string;
  /** Is told, in a sentence each, which files of the folder are not read, what of them is left out, and which roll calls seem to be there twice. */
  readonly warn?: (warning: string) => void;
}

/** `leftOut` is how many labels of issues.csv were left out, as the crosswalk says; not there when none were. */
export type UngaOutcome = RollCallOutcome & { readonly leftOut?: number };

/**
 * Makes the ledger say what the roll calls of the UN General Assembly in a folder say (seeds/unga says which party is meant by which
 * country), in one revision of source `unga`, or changes nothing. What the same source said before and the files no longer say is
 * retired only with `complete`; without issues.csv, labels are kept even then. Rows of other sources with the same key are used as they are.
 * @throws IngestError when the folder or the crosswalk cannot be read.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importUnga(
  database: Database,
  directory: string,
  by: Importer,
  options: ImportUngaOptions = {},
): Promise<UngaOutcome> {
  const { warn = () => {} } = options;
  const problems = new ProblemList();
  const crosswalk = await readCrosswalk(options.crosswalk ?? crosswalkPath, problems);
  const { files, left } = await findFiles(directory, problems);
  if (left.length > 0) warn(notRead(left, takenFiles));
  if (crosswalk === null || problems.total > 0) return problems.refusal();
  const countries = indexCountries(crosswalk.names);
  const repeats = new Set<string>();
  let leftOut = 0;
  const outcome = await importRollCalls(
    database,
    {
      source: ungaSource,
      files,
      rollCallsIn: 'roll_calls.csv',
      silentOn: files.some(({ kind }) => kind === 'issues') ? [] : ['propositionIssue'],
      stage: async (client, reading) => {
        await stageCrosswalk(client, crosswalk, namesOf(crosswalk), countries);
        const everyRollCall = await stageFiles(client, files, crosswalk, countries, reading);
        leftOut = await withdrawLabels(client, crosswalk);
        return everyRollCall;
      },
      checkKnown: async (client, found) => {
        await checkReusedNumbers(client, found);
        for (const repeat of await findRepeats(client)) repeats.add(repeat);
      },
    },
    by,
    options,
  );
  for (const repeat of repeats) warn(repeat);
  if (leftOut === 0 || outcome.status === 'REFUSED') return outcome;
  const issues = crosswalk.issues.filter(({ lastSession }) => lastSession !== null);
  const which = issues.map(({ name, lastSession }) => `${name} after session ${lastSession}`).join(', ');
  warn(`Left out: ${leftOut} labels (${which}), which are copies of those of another issue.`);
  return { ...outcome, leftOut };
}
