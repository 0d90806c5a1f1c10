import type { ClientBase } from 'pg';
import type { ProblemList } from '../outcome.ts';
import type { UngaFile } from '../unga/read/find-files.ts';
import { type CatalogueName, catalogue } from './compare-catalogue.ts';
import { changeTable, type RecordTable } from './compare-records.ts';

interface Conflict {
  readonly place: string | null;
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
  for (const name of Object.keys(catalogue) as CatalogueName[]) {
    const { rows } = await client.query<{ place: string; key: string; retired: boolean }>(
      `SELECT staged.place, key, t.retired_in IS NOT NULL AS retired FROM unga_${name} staged JOIN ${name} t USING (key)
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
  table: RecordTable,
  files: readonly UngaFile[],
  problems: ProblemList,
): Promise<void> {
  const { rows } = await client.query<Conflict>(
    `SELECT change.file, change.line, revision.source, standing.retired_in IS NOT NULL AS retired,
       count(*) OVER ()::int AS total,
       concat_ws(' | ', party.key, proposition.key, ${table.key.includes('date') ? 'change.date' : 'change.held_from'}) AS key
     FROM ${changeTable(table)} change JOIN ${table.name} standing ON standing.id = change.standing
     JOIN revision ON revision.number = coalesce(standing.retired_in, standing.added_in) JOIN party ON party.id = standing.party_id
     JOIN proposition ON proposition.id = standing.proposition_id
     WHERE change.action = 'conflict' ORDER BY change.file, change.line LIMIT 100`,
  );
  const found = rows.map(({ file, line, key, source, retired }) => ({
    at: `${files[file]?.path}:${line}`,
    found: `${table.name} ${key} ${retired ? 'retired' : 'changed'} by ${source} since`,
    expected,
  }));
  problems.addMany(found, rows[0]?.total);
}
