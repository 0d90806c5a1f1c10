import type { Problem } from '#ledger/write/proposal.ts';
import { decodeText } from '#text/decode-text.ts';
import { readBytes } from '../files/read-file.ts';
import { BrokenFile, createCsvReader } from '../read/csv-reader.ts';

/** A record of a CSV file. */
export interface SheetRow {
  /** Its first line, counted from 1. */
  readonly line: number;
  /** Trimmed, one for each column of the header. */
  readonly cells: readonly string[];
}

/** A CSV file. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly SheetRow[];
}

/** Rows of all sheets of an import, or what counts as such in the wide form: 100,000 take some 400 MB. */
export const mostRows = 300_000;

export const tooManyRows = (at: string): Problem => ({
  at,
  found: `more than ${mostRows.toLocaleString('en')} rows`,
  expected: 'at most that many in an import; divide it',
});

/** Where something stands in a sheet: `votes.csv:12:position`. */
export const placeIn = ({ name }: Pick<Sheet, 'name'>, line: number, column?: string): string =>
  [name, line, ...(column === undefined ? [] : [column])].join(':');

/**
 * Reads a CSV file in UTF-8, packed or not, with or without a byte order mark. Its cells are separated by what separates the first line: a comma, a
 * semicolon or a tab. Empty lines, and lines of empty cells, are no rows.
 * @throws IngestError `UNREADABLE`
 */
export async function readSheet(name: string): Promise<Sheet | readonly Problem[]> {
  const text = decodeText(await readBytes(name));
  if (typeof text !== 'string') {
    const { line, column, ...problem } = text;
    return [{ at: `${name}:${line}:${column}`, ...problem }];
  }
  return parseSheet(name, text);
}

/** The same for a text that has already been read. */
export async function parseSheet(name: string, text: string): Promise<Sheet | readonly Problem[]> {
  let header: SheetRow | null = null;
  const rows: SheetRow[] = [];
  const uneven: Problem[] = [];
  let tooMany: Problem | null = null;
  const take = (fields: readonly string[], line: number) => {
    const cells = fields.map((field) => field.trim());
    if (cells.every((cell) => cell === '')) return;
    if (header === null) header = { line, cells: withoutEmptyEnd(cells) };
    else if (rows.length + uneven.length === mostRows) tooMany ??= tooManyRows(placeIn({ name }, line));
    else {
      const width = header.cells.length;
      const given = cells.length > width ? withoutEmptyEnd(cells) : cells;
      if (given.length === width || (cells.length > width && given.length < width))
        rows.push({ line, cells: filledUp(given, width) });
      else
        uneven.push({
          at: placeIn({ name }, line),
          found: cellsIn(given.length),
          expected: `${width}, as in the header`,
        });
    }
  };
  const reader = createCsvReader(take, separatorOf(text));
  try {
    await reader.feed(Buffer.from(text));
    await reader.end();
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return [...uneven, { at: placeIn({ name }, error.line), found: error.found, expected: error.expected }];
  }
  if (tooMany !== null) return [tooMany];
  if (uneven.length > 0) return uneven;
  const { cells, line } = (header as SheetRow | null) ?? { cells: [], line: 1 }; // the reader has filled it in
  return { name, header: cells, headerLine: line, rows };
}

const cellsIn = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

/** Spreadsheets write empty cells behind the last column. */
const withoutEmptyEnd = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

const filledUp = (cells: readonly string[], width: number) =>
  cells.length === width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];

const separators = [',', ';', '\t'] as const;

/** The separator that the first line with anything in it has most of, outside of quotes. */
function separatorOf(text: string): string {
  const first = /^.*\S.*$/m.exec(text)?.[0] ?? '';
  const plain = first.replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => plain.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}
