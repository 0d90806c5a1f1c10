import type { Column } from '#exports/source/source.ts';
import type { Cell, Row } from './table-rows.ts';

/** How a CSV text is written. */
export interface CsvStyle {
  readonly lineEnd: '\r\n' | '\n';
  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  readonly escapeFormulas: boolean;
}

const special = /[",\r\n]/;
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** Rows as CSV after RFC 4180: nothing for an empty value, `""` for an empty text, JSON for an array. */
export const csvLines = (columns: readonly Column[], rows: readonly Row[], style: CsvStyle): string =>
  rows
    .map((row) =>
      line(
        row.map((cell, place) => field(cell, columns[place]?.type === 'string', style)),
        style,
      ),
    )
    .join('');

/** The header: the names of the columns. */
export const csvHeader = (columns: readonly Column[], style: CsvStyle): string =>
  line(
    columns.map(({ name }) => name),
    style,
  );

const line = (fields: readonly string[], { lineEnd }: CsvStyle) => `${fields.join(',')}${lineEnd}`;

function field(cell: Cell, isText: boolean, { escapeFormulas }: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return quoted(typeof cell === 'object' ? jsonOf(cell) : String(cell));
  if (cell === '') return '""';
  return quoted(escapeFormulas && isText && formula.test(cell) ? `'${cell}` : cell);
}

const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** An array as JSON, without what was asked for only to know whether a list is whole. */
export const jsonOf = (cell: readonly unknown[]): string =>
  JSON.stringify(cell, (key, value) => (key === 'pageInfo' ? undefined : value));
