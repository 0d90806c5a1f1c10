import type { ClientBase } from 'pg';
import { anyTables } from '#ledger/tables/ledger-rows.ts';
import { keySql } from '#ledger/tables/table-sql.ts';
import type { ProblemList } from '../outcome.ts';
import type { StagedFile } from '../reader.ts';
import { catalogueNames } from '../stage/create-staging.ts';
import { changeTable, type RecordTable } from './record-table.ts';

interface Conflict {
  readonly file: number;
  readonly line: number;
  readonly key: string;
  readonly source: string;
  readonly retired: boolean;
  readonly total: number;
}

const expected = 'the present content of the ledger, or a change by that source';

/** Adds the catalogue rows that cannot be used because another source changed them. */
export async function catalogueConflicts(client: ClientBase, problems: ProblemList): Promise<void> {
  for (const name of catalogueNames) {
    const { rows } = await client.query<{ place: string; key: string; retired: boolean }>(
      `SELECT staged.place, key, t.retired_in IS NOT NULL AS retired FROM staged_${name} staged JOIN ${name} t USING (key)
       WHERE action = 'conflict' ORDER BY key`,
    );
    for (const { place, key, retired } of rows) {
      const what = retired ? 'that another source has retired' : 'of another source, which is no roll call';
      problems.add({ at: place, found: `${name} ${key} ${what}`, expected });
    }
  }
}

/** Adds the records that differ between the files and another source. */
export async function recordConflicts(
  client: ClientBase,
  record: RecordTable,
  files: readonly StagedFile[],
  problems: ProblemList,
): Promise<void> {
  const { key, joins } = keySql(anyTables[record.name]);
  const { rows } = await client.query<Conflict>(
    `SELECT change.file, change.line, revision.source, t.retired_in IS NOT NULL AS retired, count(*) OVER ()::int AS total, ${key} AS key
     FROM ${changeTable(record)} change JOIN ${record.table} t ON t.id = change.standing
     JOIN revision ON revision.number = coalesce(t.retired_in, t.added_in) ${joins}
     WHERE change.action = 'conflict' ORDER BY change.file, change.line LIMIT 100`,
  );
  const found = rows.map(({ file, line, key, source, retired }) => ({
    at: `${files[file]?.path}:${line}`,
    found: `${record.table} ${key} ${retired ? 'retired' : 'changed'} by ${source} since`,
    expected,
  }));
  problems.addMany(found, rows[0]?.total);
}
