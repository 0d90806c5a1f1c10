import type { LedgerColumn } from './ledger-column.ts';
import type { LedgerTable, Rows } from './ledger-table.ts';

/** How the values of a column are given: as text of CSV and JSON have them, or as the binary form of COPY has them. */
export type Rendering = 'csv' | 'json' | 'binary';

const asText = (sql: string) => `(${sql})::text`;
const moment = (sql: string) => `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const renderings: Readonly<Record<Rendering, Partial<Record<LedgerColumn['type'], (sql: string) => string>>>> = {
  csv: { boolean: asText, datetime: moment },
  json: { datetime: moment },
  binary: {
    string: asText,
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

/** SELECT of one column: what differs between two revisions, a line of JSON each, in the order of the key. */
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

/** SELECT of how many rows name, by one of their references, what is not in the other table; and one such row. */
export function danglingSql(
  table: LedgerTable,
  target: LedgerTable,
  reference: LedgerTable['references'][number],
  rows: Rows,
): string {
  const sqlOf = ({ columns }: LedgerTable, name: string) => columns.find((column) => column.name === name)?.sql ?? '';
  const named = reference.columns.map((name, place) => `${sqlOf(table, name)} AS key${place}`);
  const keys = reference.key.map((name, place) => `${sqlOf(target, name)} AS key${place}`);
  const same = reference.key.map((_, place) => `there.key${place} = named.key${place}`).join(' AND ');
  const given = reference.key.map((_, place) => `named.key${place} IS NOT NULL`).join(' AND ');
  return `
    SELECT count(*)::int AS count, min(concat_ws(' ', ${reference.key.map((_, place) => `named.key${place}`).join(', ')})) AS example
    FROM (SELECT DISTINCT ${named.join(', ')} FROM ${table.from(rows)}) named
    WHERE ${given} AND NOT EXISTS (SELECT FROM (SELECT ${keys.join(', ')} FROM ${target.from(rows)}) there WHERE ${same})`;
}
