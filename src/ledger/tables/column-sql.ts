import type { AnyRow, CatalogueTable, Column, Table } from './table.ts';

/** Alias of the row that a field names: one per field, because a membership names two parties. */
export const alias = (field: string) => `"ref_${field}"`;
/** A name of SQL, whatever it is. */
export const quoted = (name: string) => `"${name}"`;

/** Fields of a table and how each is kept, in their order. */
export const columnsOf = (table: Table<AnyRow>): [string, Column][] => Object.entries(table.columns);

/** Whether a row is kept with the stance that it belongs to: then that has the fields of the owner's key. */
export const isOfStance = (table: Table<AnyRow>) => table.owner?.table === 'stance';

/** Whether a field is a column of the table itself, and not of the stance that its row belongs to. */
export const isOwn = (table: Table<AnyRow>, field: string) => !(isOfStance(table) && table.owner?.key.includes(field));

/** The column of a field of a row `t`: of a reference the id of the row that it names. */
export const columnSql = (table: Table<AnyRow>, field: string): string =>
  `${isOwn(table, field) ? 't' : 'stance'}.${quoted((table.columns[field] as Column).column)}`; // fields are those of the table

/** The value of a field of a row `t`, given the joins of `joinsOf`: of a reference the key of the row that it names. */
export const valueSql = (table: Table<AnyRow>, field: string): string =>
  table.columns[field]?.references === undefined ? columnSql(table, field) : `${alias(field)}.key`;

/** The id of the row that a reference of a row `t` names, given the joins of `joinsOf`. */
export const namedIdSql = (field: string): string => `${alias(field)}.id`;

/** The joins of a row `t` to the stance that it belongs to, and to the rows that fields of it name. */
export function joinsOf(
  table: Table<AnyRow>,
  fields: readonly string[] = Object.keys(table.columns),
  stance = 'LEFT JOIN',
): string[] {
  const named = fields.flatMap((field) => {
    const { references } = table.columns[field] as Column; // fields are those of the table
    return references === undefined
      ? []
      : [`LEFT JOIN ${references} ${alias(field)} ON ${namedIdSql(field)} = ${columnSql(table, field)}`];
  });
  return isOfStance(table) ? [`${stance} stance ON stance.id = t.stance_id`, ...named] : named;
}

/** Columns of a table that name rows of another. */
export const columnsNaming = (table: Table<AnyRow>, named: CatalogueTable): string[] =>
  columnsOf(table).flatMap(([field, { references, column }]) =>
    references === named && isOwn(table, field) ? [column] : [],
  );

/** The name that a field has in Prisma's models: `documentId` for the id of the row that `document` names. */
export const modelField = (field: string, { references }: Column): string =>
  references === undefined ? field : `${field}Id`;

/** SELECT list of the columns of a row of the alias `of`, under the names of Prisma's models, without some fields. */
export const modelSql = (table: Table<AnyRow>, of: string, without: readonly string[] = []): string =>
  columnsOf(table)
    .filter(([field]) => isOwn(table, field) && !without.includes(field))
    .map(([field, column]) => {
      // Prisma cannot read enums from SQL of ours.
      const cast = column.oneOf === undefined ? '' : '::text';
      return `${of}.${quoted(column.column)}${cast} AS ${quoted(modelField(field, column))}`;
    })
    .join(', ');
