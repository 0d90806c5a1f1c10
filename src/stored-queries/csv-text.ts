import type { Column } from '#exports/source/source.ts';
import type { Cell, Row } from './table-rows.ts';

export type Separator = ',' | ';';

/** How a CSV text is written. */
export interface CsvStyle {
  readonly lineEnd: '\r\n' | '\n';
  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  readonly escapeFormulas: boolean;
  /** Between two fields; a comma unless said otherwise. */
  readonly separator?: Separator;
  /** What numbers have before their decimals; a point unless said otherwise. */
  readonly decimal?: '.' | ',';
}

const special = /[",;\r\n]/;
const formula = /^[=+\-@\t\r＝＋－＠]/;
/**
 * Where a spreadsheet of another country begins a cell that would be a formula: it splits at the other separator, and at line ends, for it does
 * not take a quote for one that is not the first sign of its cell.
 */
const innerFormula: Readonly<Record<Separator, RegExp>> = {
  ',': /([;\r\n])([=+\-@＝＋－＠])/g,
  ';': /([,\r\n])([=+\-@＝＋－＠])/g,
};

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

const line = (fields: readonly string[], { lineEnd, separator = ',' }: CsvStyle) =>
  `${fields.join(separator)}${lineEnd}`;

function field(cell: Cell, isText: boolean, style: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return quoted(style.decimal === ',' ? String(cell).replace('.', ',') : String(cell));
  if (typeof cell === 'object') return quoted(style.escapeFormulas ? harmlessJson(jsonOf(cell), style) : jsonOf(cell));
  if (typeof cell === 'boolean') return String(cell);
  if (cell === '') return '""';
  return quoted(style.escapeFormulas && isText ? harmless(cell, style) : cell);
}

const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function harmless(text: string, { separator = ',' }: CsvStyle): string {
  const guarded = text.replace(innerFormula[separator], "$1'$2");
  return formula.test(guarded) ? `'${guarded}` : guarded;
}

const jsonText = /"(?:[^"\\]|\\.)*"/g;

/** The same JSON, with a sign of its texts that would begin a formula written by its number. */
const harmlessJson = (json: string, { separator = ',' }: CsvStyle): string =>
  json.replace(jsonText, (text) =>
    text.replace(
      innerFormula[separator],
      (_all, before: string, sign: string) => `${before}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/** An array as JSON, without what was asked for only to know whether a list is whole. */
export const jsonOf = (cell: readonly unknown[]): string =>
  JSON.stringify(cell, (key, value) => (key === 'pageInfo' ? undefined : value));
