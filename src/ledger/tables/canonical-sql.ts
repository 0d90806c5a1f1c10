import { columnsOf, joinsOf, valueSql } from './column-sql.ts';
import { anyTables, type TableName } from './ledger-rows.ts';
import type { AnyRow, Column, Table } from './table.ts';

/** Name of the SQL function that `canonicalFunction` defines for a table. */
export const canonicalName = ({ name }: Pick<Table<never>, 'name'>): string => `canonical_${name}`;

/**
 * The SQL function that gives the rows which a revision $1 said of a table in the form in which they are digested: `change` (ADDED, AMENDED or
 * RETIRED), `subject`, by which lines are gathered, and `line`, the fields in their order with tabs between. Other rows are named by key, free text is
 * JSON, so that neither ids nor settings of the server matter. The migrations hold what this gives; a test compares the two.
 *
 * A column that is added later joins the line only where it has a value: what was digested before stays as it is.
 */
export function canonicalFunction(name: TableName): string {
  const table = anyTables[name];
  const body = table.catalogue ? catalogueLines(table) : recordLines(table);
  return `CREATE FUNCTION ${canonicalName(table)}(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$${body}$$;\n`;
}

const joinSql = (table: Table<AnyRow>): string =>
  joinsOf(table)
    .map((join) => ` ${join}`)
    .join('');

/** Lines of rows that are added and retired and do not change between. */
function recordLines(table: Table<AnyRow>): string {
  const select = (change: string, column: string) => `
  SELECT '${change}', ${subjectOf(table)}, ${lineOf(table, column === 'retired_in' ? ['t.added_in'] : [])}
  FROM ${table.name} t${joinSql(table)} WHERE t.${column} = $1`;
  return `${select('ADDED', 'added_in')}
  UNION ALL${select('RETIRED', 'retired_in')}
`;
}

/** Lines of rows whose texts are amended in place: each state of a row belongs to the revision that it began in, and the next amendment keeps it. */
function catalogueLines(table: Table<AnyRow>): string {
  const ofRow = `a.record = '${table.name}' AND a.record_id`;
  const stateBefore = (condition: string) =>
    `coalesce((SELECT a.before FROM amendment a WHERE ${ofRow} = ${condition} ORDER BY a.id LIMIT 1), to_jsonb(p))`;
  return `
  SELECT state.change, ${subjectOf(table)}, ${lineOf(table, ['t.added_in', 't.retired_in', 'state.version'])}
  FROM (
    SELECT 'ADDED' AS change, 0 AS version, ${stateBefore('p.id')} AS content
    FROM ${table.name} p WHERE p.added_in = $1
    UNION ALL
    SELECT 'AMENDED', (SELECT count(*) FROM amendment a WHERE ${ofRow} = began.record_id AND a.id <= began.id),
      ${stateBefore('began.record_id AND a.id > began.id')}
    FROM amendment began LEFT JOIN ${table.name} p ON p.id = began.record_id
    WHERE began.revision = $1 AND began.record = '${table.name}'
  ) state, jsonb_populate_record(NULL::${table.name}, state.content) t${joinSql(table)}
`;
}

/** Lines are sorted within their subject, so that a million votes are not sorted at once. */
const subjectOf = (table: Table<AnyRow>): string =>
  valueSql(table, 'proposition' in table.columns ? 'proposition' : (table.key[0] as string)); // a key has a field

function lineOf(table: Table<AnyRow>, more: readonly string[]): string {
  const fields = columnsOf(table).filter(([, { isLater }]) => !isLater);
  const line = fields.map(([field, column]) => fieldOf(table, field, column));
  const ofStance = table.owner?.table === 'stance' ? ['stance.added_in'] : [];
  const later = columnsOf(table).filter(([, { isLater }]) => isLater);
  // Nothing at all for null: a line without such a field is the one from before there was any.
  const named = later.map(([field, column]) => `, E'\\t${field}=' || ${fieldOf(table, field, column)}`);
  return `concat(${[...line, ...ofStance, ...more].join(", E'\\t', ")}${named.join('')})`;
}

const free = new Set(['text', 'text[]']);

function fieldOf(table: Table<AnyRow>, field: string, { references, type }: Column): string {
  const value = valueSql(table, field);
  return references === undefined && free.has(type) ? `to_json(${value})` : value;
}
