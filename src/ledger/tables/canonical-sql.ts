import { type TableName, tables } from './ledger-rows.ts';
import type { Column, Table } from './table.ts';
import { alias, columnsOf, holder } from './table-sql.ts';

/** Name of the SQL function that `canonicalFunction` defines for a table. */
export const canonicalName = (table: Pick<Table<never>, 'name'>): string => `canonical_${table.name}`;

/**
 * The SQL function that gives the rows which a revision $1 said of a table in the form in which they are digested: `change` (ADDED, AMENDED or
 * RETIRED), `subject`, by which lines are gathered, and `line`, the fields in their order with tabs between. Other rows are named by key, free text is
 * JSON, so that neither ids nor settings of the server matter. The migrations hold what this gives; a test compares the two.
 *
 * A column that is added later joins the line only where it has a value: what was digested before stays as it is.
 */
export function canonicalFunction(name: TableName): string {
  const table = tables[name] as Table<never>; // only its declaration is read
  const body = table.catalogue ? catalogueLines(table) : recordLines(table);
  return `CREATE FUNCTION ${canonicalName(table)}(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$${body}$$;\n`;
}

/** Lines of rows that are added and retired and do not change between. */
function recordLines(table: Table<never>): string {
  const select = (change: string, column: string) => `
  SELECT '${change}', ${subjectOf(table)}, ${lineOf(table, column === 'retired_in' ? ['t.added_in'] : [])}
  FROM ${table.name} t${joinsOf(table)} WHERE t.${column} = $1`;
  return `${select('ADDED', 'added_in')}
  UNION ALL${select('RETIRED', 'retired_in')}
`;
}

/** Lines of rows whose texts are amended in place: each state of a row belongs to the revision that it began in, and the next amendment keeps it. */
function catalogueLines(table: Table<never>): string {
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
  ) state, jsonb_populate_record(NULL::${table.name}, state.content) t${joinsOf(table)}
`;
}

const joinsOf = (table: Table<never>): string => {
  const ofStance = holder(table, 'party') === 'stance' ? ['LEFT JOIN stance ON stance.id = t.stance_id'] : [];
  const named = columnsOf(table).flatMap(([field, column]) =>
    'references' in column
      ? [
          `LEFT JOIN ${column.references} ${alias(field)} ON ${alias(field)}.id = ${holder(table, field)}."${column.column}"`,
        ]
      : [],
  );
  return [...ofStance, ...named].map((join) => ` ${join}`).join('');
};

/** Lines are sorted within their subject, so that a million votes are not sorted at once. */
function subjectOf(table: Table<never>): string {
  const fields = table.columns as Readonly<Record<string, Column>>;
  const field = 'proposition' in fields ? 'proposition' : (table.key as readonly string[])[0];
  return sqlOf(table, field as string, fields[field as string] as Column); // a key has a field
}

function lineOf(table: Table<never>, more: readonly string[]): string {
  const fields = columnsOf(table).map(([field, column]) => fieldOf(table, field, column));
  const ofStance = holder(table, 'party') === 'stance' ? ['stance.added_in'] : [];
  return `concat(${[...fields, ...ofStance, ...more].join(", E'\\t', ")})`;
}

const free = new Set(['text', 'text[]']);

function fieldOf(table: Table<never>, field: string, column: Column): string {
  const value = sqlOf(table, field, column);
  return 'type' in column && free.has(column.type) ? `to_json(${value})` : value;
}

const sqlOf = (table: Table<never>, field: string, column: Column): string =>
  'references' in column ? `${alias(field)}.key` : `${holder(table, field)}."${column.column}"`;
