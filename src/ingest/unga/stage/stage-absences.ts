import type { ClientBase } from 'pg';
import type { CountryIndex } from '../crosswalk/country-index.ts';
import type { UngaFile } from '../read/find-files.ts';
import { type ReadOptions, readRecords } from '../read/read-records.ts';
import { copyIn } from './copy-in.ts';
import { takeCountryRecord } from './take-country-record.ts';

const statuses: ReadonlyMap<string, string> = new Map([
  ['absent', 'true'],
  ['not_member', 'false'],
]);

/** Stages a file of absences; records with problems are left out. Who was not a member is staged to be checked alone. */
export async function stageAbsences(
  client: ClientBase,
  file: UngaFile,
  countries: CountryIndex,
  options: ReadOptions,
): Promise<void> {
  const take = takeCountryRecord(file, countries, options.problems, { column: 'status', meanings: statuses });
  const columns = ['file', 'line', 'rcid', 'country', 'absent'];
  await copyIn(client, 'unga_absence', columns, readRecords(file, take, options));
}
