import { readRecords } from '../read/read-records.ts';
import type { ReadOptions, StagedFile } from '../reader.ts';
import { type Columns, readHeader } from './table-header.ts';

/** A file of an import with its index among them. */
export interface TableFile extends StagedFile {
  readonly number: number;
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

export interface TableOptions extends ReadOptions {
  /** Is told, in a sentence, which columns are not known. */
  readonly warn: (warning: string) => void;
}

/**
 * Yields what `take` returns for every record of a CSV file, in chunks. The columns may be in any order; a missing or doubled one is a problem, an
 * unknown one is noticed. Stops where the file becomes unreadable, or immediately if its columns are wrong.
 */
export async function* readTable<Read extends string, Maybe extends string = never>(
  file: TableFile,
  columns: Columns<Read, Maybe>,
  take: (record: TableRecord<Read | Maybe>) => string,
  { warn, ...options }: TableOptions,
): AsyncGenerator<string> {
  let places = new Map<string, number>(); // of each column among those that are read
  let others: readonly string[] = [];
  const orderIn: Parameters<typeof readRecords>[1]['orderIn'] = (names, at, problems) => {
    const header = readHeader(names, columns, at, problems, warn);
    if (header === null) return null;
    others = header.others;
    const read = [...header.read, ...others];
    places = new Map(read.map((column, place) => [column, place]));
    return read.map((column) => names.indexOf(column));
  };
  const fieldIn = (fields: readonly string[], column: string) => fields[places.get(column) ?? -1] ?? '';
  const takeRecord = (fields: readonly string[], line: number) =>
    take({
      line,
      place: `${file.path}:${line}`,
      field: (column) => fieldIn(fields, column),
      others: () => others.map((column) => [column, fieldIn(fields, column)] as const),
    });
  yield* readRecords(file, { orderIn }, takeRecord, options);
}

/** Reads a table of which nothing is staged. */
export async function readWhole<Read extends string, Maybe extends string = never>(
  file: TableFile,
  columns: Columns<Read, Maybe>,
  take: (record: TableRecord<Read | Maybe>) => void,
  options: TableOptions,
): Promise<void> {
  const takeRecord = (record: TableRecord<Read | Maybe>) => {
    take(record);
    return '';
  };
  for await (const _ of readTable(file, columns, takeRecord, options));
}
