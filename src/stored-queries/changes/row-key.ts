import type { TableColumn } from '../table-form.ts';
import type { Row } from '../table-rows.ts';

/** Fields that tell rows apart where keys do not: what a period, a group or a roll call is named by. */
const naming: ReadonlySet<string> = new Set([
  'body',
  'date',
  'from',
  'heldFrom',
  'label',
  'name',
  'number',
  'series',
  'session',
  'symbol',
]);

/** Columns by whose values a row is known; indexes into it. */
export type RowKey = readonly number[];

/**
 * By what the rows of two tables are known: the keys in them, else with the names, else with all else that is no number. Null when even then two rows
 * of one table are alike: then a row is known only as a whole.
 */
export function rowKey(columns: readonly TableColumn[], tables: readonly (readonly Row[])[]): RowKey | null {
  const last = ({ path }: TableColumn) => path.at(-1) ?? '';
  const single = columns.flatMap((column, index) =>
    column.type === 'array' || column.path.some((part) => part.includes('[')) ? [] : [index],
  );
  const of = (fits: (column: TableColumn) => boolean) => single.filter((index) => fits(columns[index] as TableColumn));
  const keys = of((column) => last(column) === 'key' || last(column) === 'id');
  const named = of((column) => keys.includes(columns.indexOf(column)) || naming.has(last(column)));
  const texts = of((column) => named.includes(columns.indexOf(column)) || column.type === 'string');
  return [keys, named, texts].find((key) => key.length > 0 && tables.every((rows) => areApart(rows, key))) ?? null;
}

const areApart = (rows: readonly Row[], key: RowKey): boolean =>
  new Set(rows.map((row) => keyText(row, key))).size === rows.length;

/** The values of a key as one text. */
export const keyText = (row: Row, key: RowKey): string => JSON.stringify(key.map((index) => row[index] ?? null));
