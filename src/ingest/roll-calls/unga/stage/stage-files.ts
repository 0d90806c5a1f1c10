import type { ClientBase } from 'pg';
import { shown } from '../../../read/csv-reader.ts';
import type { CountryIndex } from '../../crosswalk/country-index.ts';
import type { Crosswalk } from '../../crosswalk/read-crosswalk.ts';
import { readRecords } from '../../read/read-records.ts';
import type { ReadOptions } from '../../reader.ts';
import { copyIn, copyLine } from '../../stage/copy-in.ts';
import { rollCallColumns } from '../../stage/create-staging.ts';
import { columns, expectedRcid, type Fields, layoutOf, rcidOf } from '../read/columns.ts';
import type { UngaFile } from '../read/find-files.ts';
import { takeCountryRecord } from './country-record.ts';
import { rollCallOf, type StagedRollCall } from './roll-call.ts';

/** Stages every file. True if all roll calls were read, so that a reference to any other one is a problem. */
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
  return everyRollCall;
}

const statuses: ReadonlyMap<string, string> = new Map([
  ['absent', 'true'],
  ['not_member', 'false'],
]);

/** Stages a file of absences; records with problems are omitted. Countries that were not members are staged only for the checks. */
export async function stageAbsences(
  client: ClientBase,
  file: UngaFile,
  countries: CountryIndex,
  options: ReadOptions,
): Promise<void> {
  const take = takeCountryRecord(file, countries, options.problems, { column: 'status', meanings: statuses });
  const columns = ['file', 'line', 'roll_call', 'voter', 'absent'];
  await copyIn(client, 'staged_absence', columns, readRecords(file, layoutOf(file.kind), take, options));
}

/** Stages issues.csv, the issues of roll calls; records with problems are omitted. */
export async function stageLabels(
  client: ClientBase,
  file: UngaFile,
  { issues }: Crosswalk,
  options: ReadOptions,
): Promise<void> {
  const take = ([rcidText = '', code = '', name = '']: readonly string[], line: number): string => {
    const problem = (found: string, expected: string) =>
      options.problems.add({ at: `${file.path}:${line}`, found, expected });
    const rcid = rcidOf(rcidText);
    const issue = issues.find((entry) => entry.code === code);
    if (rcid === null) problem(shown('rcid', rcidText), expectedRcid);
    if (issue === undefined) {
      problem(shown('short_name', code), `one of ${issues.map((entry) => entry.code).join(', ')}`);
    } else if (issue.name !== name) problem(shown('issue', name), `${issue.name} for ${code}`);
    else if (rcid !== null) return copyLine([file.number, line, rcid, issue.key]);
    return '';
  };
  await copyIn(
    client,
    'staged_label',
    ['file', 'line', 'roll_call', 'issue'],
    readRecords(file, layoutOf(file.kind), take, options),
  );
}

const positions: ReadonlyMap<string, string> = new Map([
  ['yes', 'SUPPORT'],
  ['abstain', 'NEUTRAL'],
  ['no', 'OPPOSE'],
]);

/** Stages votes.csv; records with problems are omitted. */
export async function stageVotes(
  client: ClientBase,
  file: UngaFile,
  countries: CountryIndex,
  options: ReadOptions,
): Promise<void> {
  const take = takeCountryRecord(file, countries, options.problems, { column: 'vote', meanings: positions });
  const columns = ['file', 'line', 'roll_call', 'voter', 'position'];
  await copyIn(client, 'staged_vote', columns, readRecords(file, layoutOf(file.kind), take, options));
}

/** Stages roll_calls.csv; records with problems are omitted. */
export async function stageRollCalls(client: ClientBase, file: UngaFile, options: ReadOptions): Promise<void> {
  const take = (record: readonly string[], line: number): string => {
    const rollCall = rollCallOf(fieldsOf(record));
    if (isRollCall(rollCall)) return rowOf(rollCall, file.number, line);
    options.problems.addMany(rollCall.map((problem) => ({ at: `${file.path}:${line}`, ...problem })));
    return '';
  };
  const records = readRecords(file, layoutOf(file.kind), take, options);
  await copyIn(client, 'staged_roll_call', columnsOfRollCalls, records);
}

const columnsOfRollCalls = [...rollCallColumns, 'important', 'publisher', 'document_kind', 'addresses'];

/** The source of the roll calls: Erik Voeten, United Nations General Assembly Voting Data. */
const dataset = 'https://doi.org/10.7910/DVN/LEJUQZ';

const isRollCall = (read: ReturnType<typeof rollCallOf>): read is StagedRollCall => 'rcid' in read;

// The fields of records are in the order of `columns`.
const fieldsOf = (record: readonly string[]) =>
  Object.fromEntries(columns.roll_calls.map((column, index) => [column, record[index]])) as Fields<'roll_calls'>;

const rowOf = (rollCall: StagedRollCall, file: number, line: number): string => {
  const { rcid, key, session, series, symbol, text, tabledOn, precision, textScope, important } = rollCall;
  const addresses = JSON.stringify([{ url: dataset, read: true, note: `rcid ${rcid}` }]);
  return copyLine([
    ...[file, line, rcid, String(rcid), key, 'UNGA', session, series, symbol, text, tabledOn, precision, textScope],
    ...[important, 'UN General Assembly', 'UN_RESOLUTION_VOTE', addresses],
  ]);
};
