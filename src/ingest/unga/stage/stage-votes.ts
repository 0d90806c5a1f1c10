import type { ClientBase } from 'pg';
import type { CountryIndex } from '../crosswalk/country-index.ts';
import type { UngaFile } from '../read/find-files.ts';
import { type ReadOptions, readRecords } from '../read/read-records.ts';
import { copyIn } from './copy-in.ts';
import { takeCountryRecord } from './take-country-record.ts';

const positions: ReadonlyMap<string, string> = new Map([
  ['yes', 'SUPPORT'],
  ['abstain', 'NEUTRAL'],
  ['no', 'OPPOSE'],
]);

/** Stages votes.csv; records with problems are left out. */
export async function stageVotes(
  client: ClientBase,
  file: UngaFile,
  countries: CountryIndex,
  options: ReadOptions,
): Promise<void> {
  const take = takeCountryRecord(file, countries, options.problems, { column: 'vote', meanings: positions });
  const columns = ['file', 'line', 'rcid', 'country', 'position'];
  await copyIn(client, 'unga_vote', columns, readRecords(file, take, options));
}
