import { type CsvError, type InfoRecord, parse } from 'csv-parse';

/** Parses a CSV text in chunks. Both methods throw BrokenFile for a misplaced quote. */
export interface CsvReader {
  /** Resolves when every record that ends in the bytes has been emitted. */
  feed(bytes: Buffer): Promise<void>;
  /** Emits a last record without a line end. */
  end(): Promise<void>;
}

/** Calls `onRecord` with the fields of every record and its first line, counted from 1. Empty lines are not records. */
export function createCsvReader(
  onRecord: (fields: readonly string[], line: number) => void,
  delimiter = ',',
): CsvReader {
  let read = 0;
  const tell = (fields: readonly string[], { lines }: InfoRecord) => {
    const line = read + 1;
    read = lines;
    if (fields.length > 1 || fields[0] !== '') onRecord(fields, line);
    return null; // the stream has nothing to pass on
  };
  const parser = parse({ bom: true, delimiter, relax_column_count: true, on_record: tell });
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {}); // the next call of `feed` rejects
  parser.on('error', (error) => reject(isQuoteError(error) ? misplacedQuote(error, read + 1) : error));
  parser.resume();
  const done = (call: (resolve: () => void) => void) => Promise.race([new Promise<void>(call), failed]);
  return {
    feed: (bytes) => done((resolve) => parser.write(bytes, (error) => error ?? resolve())),
    end: () => done((resolve) => parser.once('end', resolve).end()),
  };
}

const isQuoteError = (error: Error): error is CsvError => 'code' in error && /QUOTE/.test(String(error.code));

const misplacedQuote = (cause: CsvError, line: number) =>
  new BrokenFile(line, `a misplaced quote (${cause.message})`, 'quoting as in RFC 4180', { cause });

/** A field whose value is not valid for its column. */
export interface FieldProblem {
  readonly found: string;
  readonly expected: string;
}

/** What was found in a field, shortened. */
export function shown(column: string, value: string): string {
  return `${column}: ${JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)}`;
}

/** The number in a field, or null. No sign, no leading zero, at most `digits` digits. */
export function wholeNumber(value: string, digits: number): number | null {
  return /^[1-9]\d*$/.test(value) && value.length <= digits ? Number(value) : null;
}

/** Whether a field is a valid date, as YYYY-MM-DD; PostgreSQL has no year 0. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && value >= '0001';
}

/** A trimmed text, with each run of control characters replaced by one space; null if it is empty. */
export function cleaned(value: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are to be removed
  return value.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim() || null;
}

/** A file that ends early or cannot be read beyond a line, counted from 1 in the decompressed text. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  readonly line: number;
  readonly found: string;
  readonly expected: string;

  constructor(line: number, found: string, expected: string, options?: ErrorOptions) {
    super(`line ${line}: found ${found}, expected ${expected}`, options);
    this.line = line;
    this.found = found;
    this.expected = expected;
  }
}
