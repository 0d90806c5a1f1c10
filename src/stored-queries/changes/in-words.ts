import type { TableColumn } from '../table-form.ts';
import type { Cell, Row } from '../table-rows.ts';
import type { RowKey } from './row-key.ts';

const longest = 120;
const mostColumns = 8;

/** A value of a row as a reader is told it. */
const cellInWords = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return 'none';
  return cut(typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
};

/** The JSON of a value as a reader is told it; undefined: it is not there. */
export function valueInWords(json: string | undefined): string {
  const value = json === undefined ? null : (JSON.parse(json) as Cell); // written by plainValues, of scalars
  return cellInWords(value);
}

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`);

const named = (columns: readonly TableColumn[], row: Row, indexes: readonly number[]): string =>
  indexes.map((index) => `${columns[index]?.name} ${cellInWords(row[index])}`).join(', ');

/** A row by its key, and what stands in it. */
export function rowInWords(columns: readonly TableColumn[], row: Row, key: RowKey): string {
  const others = columns.flatMap((_, index) => (key.includes(index) || row[index] == null ? [] : [index]));
  return joined(named(columns, row, key), named(columns, row, others.slice(0, mostColumns)));
}

/** A row by its key, and the values that became others. */
export function changedRowInWords(columns: readonly TableColumn[], before: Row, after: Row, key: RowKey): string {
  const changed = columns.flatMap(({ name }, index) =>
    JSON.stringify(before[index]) === JSON.stringify(after[index])
      ? []
      : [`${name} ${cellInWords(before[index])} → ${cellInWords(after[index])}`],
  );
  return joined(named(columns, after, key), changed.slice(0, mostColumns).join(', '));
}

const joined = (key: string, rest: string): string => [key, rest].filter((part) => part !== '').join(' – ');
