import type { ProblemList, Report } from '../outcome.ts';
import { BrokenFile, createCsvReader } from '../read/csv-reader.ts';
import { textChunks } from '../read/text-chunks.ts';

/** A CSV file of an import. Staged rows contain its number. */
export interface TableFile {
  readonly number: number;
  readonly path: string;
}

/** The columns of a table. */
export interface Columns<Read extends string, Maybe extends string = never> {
  readonly required: readonly Read[];
  /** Read where they are there. */
  readonly optional?: readonly Maybe[];
  /** Known, and not read. */
  readonly left?: readonly string[];
  /** Which other columns are expected; null when none is. */
  readonly others?: RegExp;
}

/** A record of a table: the fields by column, empty where the column is not there. */
export interface TableRecord<Column extends string> {
  readonly line: number;
  /** `file:line`. */
  readonly place: string;
  field(column: Column): string;
  /** The fields of the columns that `others` expects, in the order of the file. */
  others(): readonly (readonly [column: string, field: string])[];
}

export interface TableOptions {
  readonly problems: ProblemList;
  readonly report: Report;
  /** Is told, in a sentence, which columns are not known. */
  readonly warn: (warning: string) => void;
}

/**
 * Yields what `take` returns for every record of a CSV file, in chunks. The columns may be in any order; a missing or doubled one is a problem, an
 * unknown one is noticed. Stops where the file becomes unreadable, or immediately if its columns are wrong.
 */
export async function* readTable<Read extends string, Maybe extends string = never>(
  { path }: TableFile,
  columns: Columns<Read, Maybe>,
  take: (record: TableRecord<Read | Maybe>) => string,
  { problems, report, warn }: TableOptions,
): AsyncGenerator<string> {
  let header: Header | null | undefined; // undefined before the header is read, null if that is wrong
  let made = '';
  let rows = 0;
  const reader = createCsvReader((fields, line) => {
    if (header === undefined) header = readHeader(fields, columns, `${path}:${line}`, { problems, report, warn });
    else if (header === null) return;
    else if (fields.length !== header.width) {
      problems.add({ at: `${path}:${line}`, found: `${fields.length} fields`, expected: `${header.width} fields` });
    } else {
      rows += 1;
      const { index, others } = header;
      made += take({
        line,
        place: `${path}:${line}`,
        field: (column) => fields[index.get(column) ?? -1] ?? '',
        others: () => others.map(([column, at]) => [column, fields[at] ?? ''] as const),
      });
    }
  });
  const tell = (done: number) => report({ step: `Reading ${path.split('/').at(-1)}`, rows, done });
  tell(0);
  try {
    for await (const { bytes, done } of textChunks(path)) {
      await reader.feed(bytes);
      if (header === null) return;
      yield made;
      made = '';
      tell(Math.min(done, 0.99));
    }
    await reader.end();
    yield made;
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    problems.add({ at: `${path}:${error.line}`, found: error.found, expected: error.expected });
    return;
  }
  if (header === undefined) readHeader([], columns, `${path}:1`, { problems, report, warn });
  tell(1);
}

/** Reads a table of which nothing is staged. */
export async function readWhole<Read extends string, Maybe extends string = never>(
  file: TableFile,
  columns: Columns<Read, Maybe>,
  take: (record: TableRecord<Read | Maybe>) => void,
  options: TableOptions,
): Promise<void> {
  const read = readTable(
    file,
    columns,
    (record) => {
      take(record);
      return '';
    },
    options,
  );
  for await (const _ of read);
}

interface Header {
  readonly width: number;
  readonly index: ReadonlyMap<string, number>;
  readonly others: readonly (readonly [column: string, at: number])[];
}

function readHeader(
  header: readonly string[],
  { required, optional = [], left = [], others }: Columns<string, string>,
  at: string,
  { problems, warn }: TableOptions,
): Header | null {
  const before = problems.total;
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    problems.add({ at, found: `no column ${missing.join(', ')}`, expected: `the columns ${required.join(', ')}` });
  }
  for (const [place, column] of header.entries()) {
    if (header.indexOf(column) !== place) {
      problems.add({ at, found: `a second column ${JSON.stringify(column)}`, expected: 'each column once' });
    }
  }
  if (problems.total > before) return null;
  const known = new Set([...required, ...optional, ...left]);
  const rest = [...header.entries()].filter(([, column]) => !known.has(column));
  const wanted = rest.filter(([, column]) => others?.test(column) === true);
  const unknown = rest.filter(([, column]) => others?.test(column) !== true).map(([, column]) => column);
  if (unknown.length > 0) warn(`Warning: ${at}: columns that are not known were not read: ${unknown.join(', ')}.`);
  return {
    width: header.length,
    index: new Map(header.map((column, place) => [column, place])),
    others: wanted.map(([place, column]) => [column, place] as const),
  };
}
