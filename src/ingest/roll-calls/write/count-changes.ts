import type { ClientBase } from 'pg';
import type { FirstChanges } from '#ledger/write/first-changes.ts';
import type { Loss } from '#ledger/write/refuse-loss.ts';
import { records } from '../compare/compare.ts';
import { type CatalogueName, catalogue, lastSource } from '../compare/compare-catalogue.ts';
import { changeTable, type RecordTable } from '../compare/compare-records.ts';
import { type Changes, ungaSource } from '../outcome.ts';
import { retiredActions } from './write.ts';

const catalogueNames = Object.keys(catalogue) as CatalogueName[];

/** Tables are called as elsewhere in the ledger. */
const called = (name: string): string => (name === 'proposition_issue' ? 'propositionIssue' : name);

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
        0 AS retired, (SELECT count(*)::int FROM unga_gone WHERE record = '${name}') AS unsaid
      FROM unga_${name}`,
  );
  const recordCounts = records.map(
    (table) => `
      SELECT '${table.name}', count(*) FILTER (WHERE action IN ('add', 'replace'))::int, 0,
        count(*) FILTER (WHERE action IN ('replace', 'move'))::int, count(*) FILTER (WHERE action = 'unsaid')::int
      FROM ${changeTable(table)}`,
  );
  const { rows } = await client.query<TableCount>([...catalogueCounts, ...recordCounts].join(' UNION ALL '));
  const changes = rows
    .map(({ name, unsaid, added, amended, retired }) => {
      return [called(name), { added, amended, retired: complete ? retired + unsaid : retired }] as const;
    })
    .filter(([, { added, amended, retired }]) => added + amended + retired > 0);
  const unsaid = new Map(rows.filter((row) => row.unsaid > 0).map((row) => [called(row.name), row.unsaid]));
  return { changes: Object.fromEntries(changes), unsaid };
}

/** How many rows of this source the files lack in each table, and of how many; nothing when they lack none. */
export async function lackingOf(client: ClientBase, unsaid: ReadonlyMap<string, number>): Promise<Loss[]> {
  if (unsaid.size === 0) return []; // counting what is held takes a while
  const counts = [...catalogueNames.map(heldInCatalogue), ...records.map(heldInRecords)];
  const { rows } = await client.query<{ name: string; held: number }>(counts.join(' UNION ALL '));
  return rows.map(({ name, held }) => ({ table: called(name), held, lost: unsaid.get(called(name)) ?? 0 }));
}

const heldInCatalogue = (name: CatalogueName) =>
  `SELECT '${name}' AS name, count(*)::int AS held FROM ${name} t WHERE t.retired_in IS NULL AND ${lastSource(name)} = '${ungaSource}'`;

const heldInRecords = ({ name }: RecordTable) =>
  `SELECT '${name}', count(*)::int FROM ${name} t JOIN revision ON revision.number = t.added_in
   WHERE t.retired_in IS NULL AND revision.source = '${ungaSource}'`;

/** The first row of each change, by table. */
export async function firstChanges(client: ClientBase, complete: boolean): Promise<FirstChanges> {
  const found: Record<string, Record<string, string>> = {};
  const note = async (name: string, change: string, query: string) => {
    const { rows } = await client.query<{ key: string }>(`${query} LIMIT 1`);
    if (rows[0] !== undefined) found[called(name)] = { ...found[called(name)], [change]: rows[0].key };
  };
  for (const name of catalogueNames) {
    await note(name, 'added', `SELECT key FROM unga_${name} WHERE action = 'add' ORDER BY id`);
    await note(name, 'amended', `SELECT key FROM unga_${name} WHERE action = 'amend' ORDER BY id`);
    const gone = `SELECT key FROM ${name} WHERE id IN (SELECT id FROM unga_gone WHERE record = '${name}') ORDER BY id`;
    if (complete) await note(name, 'retired', gone);
  }
  for (const table of records) {
    const wanted = `${changeTable(table)} t ${namesOf(table, 'unga_proposition')} WHERE t.action IN ('add', 'replace') ORDER BY t.file, t.line`;
    await note(table.name, 'added', `SELECT ${keyOf(table)} AS key FROM ${wanted}`);
    const retired = `SELECT standing FROM ${changeTable(table)} WHERE action IN (${retiredActions(complete)})`;
    await note(
      table.name,
      'retired',
      `SELECT ${keyOf(table)} AS key FROM ${table.name} t ${namesOf(table, 'proposition')} WHERE t.id IN (${retired}) ORDER BY t.id`,
    );
  }
  return found;
}

/** SQL: joins what the key of a record names; what is new stands in the staged tables alone. */
function namesOf({ name }: RecordTable, propositions: 'proposition' | 'unga_proposition'): string {
  const from = (table: string) =>
    propositions === 'proposition'
      ? table
      : `(SELECT id, key FROM ${table} UNION SELECT id, key FROM unga_${table} WHERE action <> 'conflict')`;
  const other = name === 'proposition_issue' ? 'issue' : 'party';
  return `JOIN ${propositions} proposition ON proposition.id = t.proposition_id JOIN ${from(other)} named ON named.id = t.${other}_id`;
}

const keyOf = ({ name }: RecordTable): string => {
  if (name === 'proposition_issue') return `concat_ws(' | ', proposition.key, named.key)`;
  return `concat_ws(' | ', named.key, proposition.key, t.${name === 'stance' ? 'held_from' : 'date'})`;
};
