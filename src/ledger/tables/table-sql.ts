import { alias, columnsOf, isOfStance, isOwn, joinsOf, namedIdSql, quoted, valueSql } from './column-sql.ts';
import type { AnyRow, Table } from './table.ts';

/**
 * SELECT of `id`, `row` (the fields as JSON), `source` (of the revision that last said so) and `retired`, for the rows that are not
 * retired; of a catalogue also those that are, since a key is given only once. `condition` may use `revision.source` and the alias of a
 * field that names another row.
 */
export function selectSql(table: Table<AnyRow>, condition = 'true'): string {
  return selection(table, `(${table.catalogue ? 'true' : 't.retired_in IS NULL'}) AND (${condition})`);
}

/**
 * The same for the retired rows that a revision of the source $1 added; `source` is that of the revision that retired them. Not for a
 * catalogue, whose retired rows are among those of `selectSql`.
 */
export const selectTakenSql = (table: Table<AnyRow>): string =>
  `SELECT taken.id, taken.row, retiring.source, true AS retired FROM (${selection(table, 't.retired_in IS NOT NULL AND revision.source = $1')}) taken
   JOIN ${table.name} t ON t.id = taken.id JOIN revision retiring ON retiring.number = t.retired_in ORDER BY taken.id`;

/**
 * SELECT of `row` and `revisions`, for the rows that revisions after $1 added, amended or retired: which ones did. `condition` as for
 * `selectSql`.
 */
export function selectChangedSql(table: Table<AnyRow>, condition = 'true'): string {
  const amendments = `SELECT a.revision FROM amendment a WHERE a.record = '${table.name}' AND a.record_id = t.id AND a.revision > $1`;
  const amended = table.catalogue ? `OR EXISTS (${amendments})` : '';
  const changed = selection(table, `(t.added_in > $1 OR t.retired_in > $1 ${amended}) AND (${condition})`);
  const own = ['added_in', 'retired_in'].map((column) => `CASE WHEN t.${column} > $1 THEN t.${column} END`);
  return `SELECT changed.row, array_remove(ARRAY[${own.join(', ')}], NULL) || ARRAY(${amendments}) AS revisions
    FROM (${changed}) changed JOIN ${table.name} t ON t.id = changed.id`;
}

/** SELECT of `id`, `row` and `retired` as `selectSql` gives them; who said so last is not looked up, and `condition` may not use it. */
export const selectUnsourcedSql = (table: Table<AnyRow>, condition: string): string => {
  const { row, joins } = rowOf(table);
  return `
    SELECT t.id, ${row} AS row, t.retired_in IS NOT NULL AS retired FROM ${table.name} t ${joins}
    WHERE (${table.catalogue ? 'true' : 't.retired_in IS NULL'}) AND (${condition})
    ORDER BY t.id`;
};

/** The fields of a row `t` as JSON, and the joins that it takes. */
function rowOf(table: Table<AnyRow>) {
  const fields = columnsOf(table).map(([field]) => `'${field}', ${valueSql(table, field)}`);
  return { row: `jsonb_build_object(${fields.join(', ')})`, joins: joinsOf(table, undefined, 'JOIN').join(' ') };
}

function selection(table: Table<AnyRow>, condition: string): string {
  const { row, joins } = rowOf(table);
  const amendedBy = table.catalogue
    ? `(SELECT r.source FROM amendment a JOIN revision r ON r.number = a.revision
        WHERE a.record = '${table.name}' AND a.record_id = t.id ORDER BY a.id DESC LIMIT 1)`
    : 'NULL';
  return `
    SELECT t.id, ${row} AS row, coalesce(${amendedBy}, revision.source) AS source,
      t.retired_in IS NOT NULL AS retired
    FROM ${table.name} t JOIN revision ON revision.number = t.added_in ${joins}
    WHERE ${condition}
    ORDER BY t.id`;
}

/**
 * What the rows in the JSON array $1 look like to SQL, and how the keys in them become ids: a WITH clause, and what to select from it. The planner takes
 * any JSON for a hundred rows and would read whole tables for one; this way every key is looked up once, by an index.
 */
function incoming(table: Table<AnyRow>) {
  const columns = columnsOf(table);
  const record = columns.map(([field, { type }]) => `${quoted(field)} ${type}`);
  const names = columns.map(([field]) => quoted(field));
  const sets = [
    `r AS MATERIALIZED (
      SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${record.join(', ')})) WITH ORDINALITY AS r(${names.join(', ')}, place))`,
  ];
  const joins: string[] = [];
  for (const [field, { references, isOptional }] of columns) {
    if (references === undefined) continue;
    const keys = `ARRAY(SELECT DISTINCT ${quoted(field)} FROM r)`;
    sets.push(`${alias(field)} AS MATERIALIZED (SELECT id, key FROM ${references} WHERE key = ANY(${keys}))`);
    joins.push(`${isOptional ? 'LEFT ' : ''}JOIN ${alias(field)} ON ${alias(field)}.key = r.${quoted(field)}`);
  }
  const own = columns.filter(([field]) => isOwn(table, field));
  const targets = own.map(([, column]) => quoted(column.column));
  const values = own.map(([field, { references }]) =>
    references === undefined ? `r.${quoted(field)}` : namedIdSql(field),
  );
  if (isOfStance(table)) {
    joins.push(`CROSS JOIN LATERAL (
      SELECT id FROM stance WHERE party_id = ${namedIdSql('party')} AND proposition_id = ${namedIdSql('proposition')}
        AND held_from = r."heldFrom" AND retired_in IS NULL OFFSET 0) stance`);
    targets.push('stance_id');
    values.push('stance.id');
  }
  return { targets, values, sets: `WITH ${sets.join(', ')}`, from: `r ${joins.join(' ')}` };
}

/** INSERT of the rows in the JSON array $1, added in revision $2, in their order. */
export function insertSql(table: Table<AnyRow>): string {
  const { targets, values, sets, from } = incoming(table);
  return `${sets} INSERT INTO ${table.name} (${targets.join(', ')}, added_in)
    SELECT ${values.join(', ')}, $2::int FROM ${from} ORDER BY r.place`;
}

/** UPDATE of the catalogue rows in the JSON array $1 to what it says, also if they were retired. */
export function amendSql(table: Table<AnyRow>): string {
  const { targets, values, sets, from } = incoming(table);
  const settings = targets.map((target, index) => `${target} = ${values[index]}`);
  return `${sets} UPDATE ${table.name} t SET ${settings.join(', ')}, retired_in = NULL FROM ${from} WHERE t.key = r.key`;
}

/** UPDATE that retires the rows whose ids are in the array $1 in revision $2. */
export const retireSql = (table: Table<AnyRow>): string =>
  `UPDATE ${table.name} SET retired_in = $2 WHERE id = ANY($1::int[])`;

/** A row as the driver gives it for `selectSql`. */
export interface SelectedRow {
  readonly id: number;
  readonly row: AnyRow;
  readonly source: string;
  readonly retired: boolean;
}

/** SQL for the key of a row `t` as one text, and the joins that it takes. */
export const keySql = (table: Table<AnyRow>): { readonly key: string; readonly joins: string } => ({
  key: `concat_ws(' | ', ${table.key.map((field) => valueSql(table, field)).join(', ')})`,
  joins: joinsOf(table, table.key).join(' '),
});
