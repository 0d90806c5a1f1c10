import type { ClientBase } from 'pg';
import type { CountryIndex } from '../crosswalk/country-index.ts';
import type { Crosswalk } from '../crosswalk/read-crosswalk.ts';
import type { UngaFile } from '../read/find-files.ts';
import type { ReadOptions } from '../read/read-records.ts';
import { stageAbsences } from './stage-absences.ts';
import { stageLabels } from './stage-labels.ts';
import { stageRollCalls } from './stage-roll-calls.ts';
import { stageVotes } from './stage-votes.ts';

/** Stages every file. True when all roll calls were read, so that what names another one is wrong. */
export async function stageFiles(
  client: ClientBase,
  files: readonly UngaFile[],
  crosswalk: Crosswalk,
  countries: CountryIndex,
  options: ReadOptions,
): Promise<boolean> {
  const { problems } = options;
  let everyRollCall = true;
  for (const file of files) {
    const before = problems.total;
    if (file.kind === 'roll_calls') await stageRollCalls(client, file, options);
    if (file.kind === 'issues') await stageLabels(client, file, crosswalk, options);
    if (file.kind === 'votes') await stageVotes(client, file, countries, options);
    if (file.kind === 'absences') await stageAbsences(client, file, countries, options);
    if (file.kind === 'roll_calls') everyRollCall = problems.total === before;
  }
  // Temporary tables are never analysed by the server itself.
  await client.query('ANALYZE unga_roll_call, unga_label, unga_vote, unga_absence, unga_period');
  return everyRollCall;
}
