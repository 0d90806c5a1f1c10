import type { Column, Table } from './table.ts';
import { alias, holder } from './table-sql.ts';

/** SQL for the key of a row `t` as one text, and the joins that it takes. */
export function keySql(table: Table<never>): { readonly key: string; readonly joins: string } {
  const columns = table.columns as Readonly<Record<string, Column>>;
  const joins = holder(table, 'party') === 'stance' ? ['LEFT JOIN stance ON stance.id = t.stance_id'] : [];
  const fields = (table.key as readonly string[]).map((field) => {
    const column = columns[field] as Column; // a key is of columns
    const value = `${holder(table, field)}."${column.column}"`;
    if (!('references' in column)) return value;
    joins.push(`LEFT JOIN ${column.references} ${alias(field)} ON ${alias(field)}.id = ${value}`);
    return `${alias(field)}.key`;
  });
  return { key: `concat_ws(' | ', ${fields.join(', ')})`, joins: joins.join(' ') };
}
