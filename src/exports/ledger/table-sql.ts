import type { LedgerColumn } from './ledger-column.ts';
import type { LedgerReference, LedgerTable, Rows } from './ledger-table.ts';

/** The representation of values: as in CSV and JSON text, or as in binary COPY. */
export type Rendering = 'csv' | 'json' | 'binary';

const asText = (sql: string) => `(${sql})::text`;
const moment = (sql: string) => `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const renderings: Readonly<Record<Rendering, Partial<Record<LedgerColumn['type'], (sql: string) => string>>>> = {
  csv: { boolean: asText, datetime: moment },
  json: { datetime: moment },
  binary: {
    array: asText,
    integer: (sql) => `(${sql})::int4`,
    number: (sql) => `(${sql})::float8`,
  },
};

const quoted = (name: string) => `"${name}"`;

/** SELECT of a table's columns under their names. */
export function selectSql(table: LedgerTable, rows: Rows, rendering: Rendering, ordered = true): string {
  const columns = table.columns.map(({ name, type, sql }) => {
    const render = renderings[rendering][type];
    return `${render ? render(sql) : sql} AS ${quoted(name)}`;
  });
  return `SELECT ${columns.join(', ')} FROM ${table.from(rows)}${ordered ? ` ORDER BY ${table.orderBy}` : ''}`;
}

/** SELECT of the number of rows. */
export const countSql = (table: LedgerTable, rows: Rows): string =>
  `SELECT count(*)::int AS count FROM ${table.from(rows)}`;

const jsonOf = (alias: string, columns: readonly string[]) =>
  `row_to_json((SELECT k FROM (SELECT ${columns.map((name) => `${alias}.${quoted(name)}`).join(', ')}) k))`;

/** SELECT of one column: the differences between two revisions, one line of JSON each, ordered by key. */
export function changesSql(table: LedgerTable, since: number, until: number): string {
  const changedBetween = [since, until] as const;
  const before = selectSql(table, { at: since, changedBetween }, 'json', false);
  const after = selectSql(table, { at: until, changedBetween }, 'json', false);
  const key = table.primaryKey;
  const first = quoted(key[0] ?? '');
  const line = (op: string, row: string) => `'{"op":"${op}","key":' || ${jsonOf(row, key)}`;
  return `
    SELECT CASE
      WHEN after.${first} IS NULL THEN ${line('DEL', 'before')} || '}'
      WHEN before.${first} IS NULL THEN ${line('ADD', 'after')} || ',"row":' || row_to_json(after) || '}'
      ELSE ${line('MOD', 'after')} || ',"row":' || row_to_json(after) || '}'
    END
    FROM (${before}) before FULL JOIN (${after}) after
      ON ${key.map((name) => `before.${quoted(name)} = after.${quoted(name)}`).join(' AND ')}
    WHERE before IS DISTINCT FROM after
    ORDER BY ${key.map((name) => `coalesce(before.${quoted(name)}, after.${quoted(name)})`).join(', ')}`;
}

/**
 * SELECT of the number of distinct keys that a reference names and the other table lacks, and one of them. Rows are compared by id, which
 * is far faster than by keys concatenated from texts.
 */
export function danglingSql(
  table: LedgerTable,
  target: LedgerTable,
  { columns, named, there }: LedgerReference,
  rows: Rows,
): string {
  const keys = columns.map((name) => table.columns.find((column) => column.name === name)?.sql ?? '');
  return `
    SELECT count(*)::int AS count, min(key) AS example
    FROM (
      SELECT DISTINCT key FROM (SELECT ${named} AS id, concat_ws(' ', ${keys.join(', ')}) AS key FROM ${table.from(rows)}) named
      WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT ${there} AS id FROM ${target.from(rows)}) there WHERE there.id = named.id)
    ) dangling`;
}
