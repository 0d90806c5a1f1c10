import type { ClientBase } from 'pg';
import { columns, type Fields } from '../read/columns.ts';
import type { UngaFile } from '../read/find-files.ts';
import { type ReadOptions, readRecords } from '../read/read-records.ts';
import { copyIn, copyLine } from './copy-in.ts';
import { type RollCall, rollCallOf } from './roll-call.ts';

/** Stages roll_calls.csv; records with problems are left out. */
export async function stageRollCalls(client: ClientBase, file: UngaFile, options: ReadOptions): Promise<void> {
  const take = (record: readonly string[], line: number): string => {
    const rollCall = rollCallOf(fieldsOf(record));
    if (isRollCall(rollCall)) return rowOf(rollCall, file.number, line);
    options.problems.addMany(rollCall.map((problem) => ({ at: `${file.path}:${line}`, ...problem })));
    return '';
  };
  await copyIn(
    client,
    'unga_roll_call',
    ['file', 'line', 'rcid', 'key', 'session', 'symbol', 'text', 'tabled_on', 'precision', 'text_scope', 'important'],
    readRecords(file, take, options),
  );
}

const isRollCall = (read: ReturnType<typeof rollCallOf>): read is RollCall => 'rcid' in read;

// Records come in the order of `columns`.
const fieldsOf = (record: readonly string[]) =>
  Object.fromEntries(columns.roll_calls.map((column, index) => [column, record[index]])) as Fields<'roll_calls'>;

const rowOf = (rollCall: RollCall, file: number, line: number): string => {
  const { rcid, key, session, symbol, text, tabledOn, precision, textScope, important } = rollCall;
  return copyLine([file, line, rcid, key, session, symbol, text, tabledOn, precision, textScope, important]);
};
