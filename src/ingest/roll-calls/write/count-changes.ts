import type { ClientBase } from 'pg';
import type { FirstChanges } from '#ledger/write/first-changes.ts';
import type { Loss } from '#ledger/write/refuse-loss.ts';
import { lastSource } from '../compare/compare-catalogue.ts';
import { changeTable, type RecordTable } from '../compare/record-table.ts';
import { records } from '../compare/wanted.ts';
import type { Changes } from '../outcome.ts';
import { type CatalogueName, catalogueNames } from '../stage/create-staging.ts';
import { addedKeySql, standingKeySql } from './key-sql.ts';
import { retiredActions } from './write.ts';

interface TableCount {
  readonly name: string;
  readonly added: number;
  readonly amended: number;
  readonly retired: number;
  /** Rows of this source that the files lack. */
  readonly unsaid: number;
}

/** How many rows of each table a comparison adds, amends and retires; and how many of this source the files lack, whether retired or kept. */
export async function countChanges(
  client: ClientBase,
  complete: boolean,
): Promise<{ readonly changes: Changes; readonly unsaid: ReadonlyMap<string, number> }> {
  const catalogueCounts = catalogueNames.map(
    (name) => `
      SELECT '${name}' AS name, count(*) FILTER (WHERE action = 'add')::int AS added, count(*) FILTER (WHERE action = 'amend')::int AS amended,
        0 AS retired, (SELECT count(*)::int FROM staged_gone WHERE record = '${name}') AS unsaid
      FROM staged_${name}`,
  );
  const recordCounts = records.map(
    (record) => `
      SELECT '${record.name}', count(*) FILTER (WHERE action IN ('add', 'replace'))::int, 0,
        count(*) FILTER (WHERE action IN ('replace', 'move'))::int, count(*) FILTER (WHERE action = 'unsaid')::int
      FROM ${changeTable(record)}`,
  );
  const { rows } = await client.query<TableCount>([...catalogueCounts, ...recordCounts].join(' UNION ALL '));
  const changes = rows
    .map(({ name, unsaid, added, amended, retired }) => {
      return [name, { added, amended, retired: complete ? retired + unsaid : retired }] as const;
    })
    .filter(([, { added, amended, retired }]) => added + amended + retired > 0);
  const unsaid = new Map(rows.filter((row) => row.unsaid > 0).map((row) => [row.name, row.unsaid]));
  return { changes: Object.fromEntries(changes), unsaid };
}

/** How many rows of this source the files lack in each table, and of how many; nothing when they lack none. */
export async function lackingOf(
  client: ClientBase,
  source: string,
  unsaid: ReadonlyMap<string, number>,
): Promise<Loss[]> {
  if (unsaid.size === 0) return []; // counting what is held takes a while
  const counts = [...catalogueNames.map(heldInCatalogue), ...records.map(heldInRecords)];
  const sql = counts.map((count) => count(client.escapeLiteral(source))).join(' UNION ALL ');
  const { rows } = await client.query<{ name: string; held: number }>(sql);
  return rows.map(({ name, held }) => ({ table: name, held, lost: unsaid.get(name) ?? 0 }));
}

const heldInCatalogue = (name: CatalogueName) => (source: string) =>
  `SELECT '${name}' AS name, count(*)::int AS held FROM ${name} t WHERE t.retired_in IS NULL AND ${lastSource(name)} = ${source}`;

const heldInRecords =
  ({ name, table }: RecordTable) =>
  (source: string) =>
    `SELECT '${name}', count(*)::int FROM ${table} t JOIN revision ON revision.number = t.added_in
     WHERE t.retired_in IS NULL AND revision.source = ${source}`;

/** The first row of each change, by table. */
export async function firstChanges(client: ClientBase, complete: boolean): Promise<FirstChanges> {
  const found: Record<string, Record<string, string>> = {};
  const note = async (name: string, change: string, query: string) => {
    const { rows } = await client.query<{ key: string }>(`${query} LIMIT 1`);
    if (rows[0] !== undefined) found[name] = { ...found[name], [change]: rows[0].key };
  };
  for (const name of catalogueNames) {
    await note(name, 'added', `SELECT key FROM staged_${name} WHERE action = 'add' ORDER BY id`);
    await note(name, 'amended', `SELECT key FROM staged_${name} WHERE action = 'amend' ORDER BY id`);
    const gone = `SELECT key FROM ${name} WHERE id IN (SELECT id FROM staged_gone WHERE record = '${name}') ORDER BY id`;
    if (complete) await note(name, 'retired', gone);
  }
  for (const record of records) {
    await note(
      record.name,
      'added',
      `${addedKeySql(record)} WHERE t.action IN ('add', 'replace') ORDER BY t.file, t.line`,
    );
    const retired = `SELECT standing FROM ${changeTable(record)} WHERE action IN (${retiredActions(complete)})`;
    await note(record.name, 'retired', `${standingKeySql(record)} WHERE t.id IN (${retired}) ORDER BY t.id`);
  }
  return found;
}
