import type { ClientBase } from 'pg';
import { anyTables, type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { keySql } from '../tables/table-sql.ts';

/** The rows of a table that a revision added, amended or retired: how many there are, and how many it was committed with. */
export interface TouchedPart {
  /** Table and change: `stance ADDED`. */
  readonly part: string;
  readonly found: number;
  readonly expected: number;
}

/** The first revision that is not as it was committed. */
export interface Touched {
  readonly revision: number;
  /**
   * `MISSING`: it is not there. `ROWS`: its rows are others. `SELF`: its own time, author, source, message or digest is another. `STRAY`: rows name it,
   * and the ledger never came to it.
   */
  readonly what: 'MISSING' | 'ROWS' | 'SELF' | 'STRAY';
  /** What of its rows is other, table by table. */
  readonly parts: readonly TouchedPart[];
  /** Rows of these tables that were written after the revision that they say they are of; empty where that does not show. */
  readonly rows: readonly SuspectRow[];
}

/** Says what was touched, in a sentence or more. */
export function touchedSentence({ revision, what, parts, rows }: Touched): string {
  if (what === 'MISSING') return `Revision ${revision} is missing.`;
  if (what === 'SELF')
    return `Revision ${revision} was altered: its time, author, source, message or digest differs from what was committed.`;
  const of = parts.map(({ part, found, expected }) =>
    found === expected
      ? `${part}: ${found} rows, of which some differ from what was committed`
      : `${part}: found ${found} rows, expected ${expected}`,
  );
  const named = rows.map(({ table, key }) => `${table} ${key}`).join('; ');
  const which = named === '' ? '' : ` Rows written later than their revision: ${named}.`;
  const how = what === 'STRAY' ? 'is referenced by rows but was never committed' : 'was altered';
  return `Revision ${revision} ${how} (${of.join('; ')}).${which}`;
}

/** A row that may have been touched. */
export interface SuspectRow {
  readonly table: string;
  /** The fields that say which row it is, as text. */
  readonly key: string;
}

const most = 10;

/**
 * Rows of a table that were written by another transaction than the one that made the revision which they say last changed them, and later: as an
 * UPDATE, or an INSERT into the past, leaves them. Where most rows of a revision look so, as after a savepoint, that is how they were made.
 */
export async function suspectRows(client: ClientBase, tableName: string): Promise<SuspectRow[]> {
  const name = tableNames.find((one) => tables[one].name === tableName) as TableName; // parts are named after tables
  const table = anyTables[name];
  const { key, joins } = keySql(table);
  const amended = `(SELECT max(revision) FROM amendment WHERE record = '${table.name}' AND record_id = t.id)`;
  const said = table.catalogue ? `greatest(t.added_in, ${amended})` : 'greatest(t.added_in, t.retired_in)';
  const amendments = table.catalogue
    ? `UNION ALL SELECT a.xmin, a.revision, ${key} FROM amendment a JOIN ${table.name} t ON t.id = a.record_id ${joins} WHERE a.record = '${table.name}'`
    : '';
  const { rows } = await client.query<{ key: string }>(`
    WITH written AS (
      SELECT t.xmin AS by, ${said} AS revision, ${key} AS key FROM ${table.name} t ${joins} ${amendments}
    ), writers AS (
      SELECT by, revision, count(*) AS rows, max(count(*)) OVER (PARTITION BY revision) AS most FROM written GROUP BY by, revision
    )
    SELECT DISTINCT key FROM written JOIN writers USING (by, revision) JOIN revision ON number = revision
    WHERE age(by) < age(revision.xmin) AND (rows < most OR rows = 1) ORDER BY key LIMIT ${most}`);
  return rows.map(({ key }) => ({ table: table.name, key }));
}

/** Rows that name a revision which the ledger never came to; null when there are none. No revision's digest covers them. */
export async function strayRows(client: ClientBase, last: number): Promise<Touched | null> {
  const sources = tableNames.flatMap((name) => {
    const table = tables[name].name;
    return [
      [`${table} ADDED`, `SELECT added_in AS revision FROM ${table}`],
      [`${table} RETIRED`, `SELECT retired_in FROM ${table}`],
    ] as const;
  });
  for (const [part, select] of [...sources, ['amendment ADDED', 'SELECT revision FROM amendment'] as const]) {
    const { rows } = await client.query<{ revision: number; count: number }>(
      `SELECT revision, count(*)::int AS count FROM (${select}) of(revision)
       WHERE revision NOT BETWEEN 1 AND $1 GROUP BY revision ORDER BY revision LIMIT 1`,
      [last],
    );
    const [stray] = rows;
    if (stray === undefined) continue;
    const table = part.split(' ')[0] as string;
    const suspects = table === 'amendment' ? [] : await suspectRows(client, table);
    return {
      revision: stray.revision,
      what: 'STRAY',
      parts: [{ part, found: stray.count, expected: 0 }],
      rows: suspects,
    };
  }
  return null;
}
