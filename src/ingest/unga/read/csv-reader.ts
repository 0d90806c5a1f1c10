import { type CsvError, type InfoRecord, parse } from 'csv-parse';
import { BrokenFile } from './broken-file.ts';

/** Takes apart a CSV text that comes in pieces. Both throw BrokenFile for a quote in the wrong place. */
export interface CsvReader {
  /** Afterwards every record that ends in the bytes has been told. */
  feed(bytes: Buffer): Promise<void>;
  /** Tells a last record that no line end follows. */
  end(): Promise<void>;
}

/** Tells `onRecord` the fields of every record and its first line, counted from 1. Empty lines are no records. */
export function createCsvReader(onRecord: (fields: readonly string[], line: number) => void): CsvReader {
  let read = 0;
  const tell = (fields: readonly string[], { lines }: InfoRecord) => {
    const line = read + 1;
    read = lines;
    if (fields.length > 1 || fields[0] !== '') onRecord(fields, line);
    return null; // nothing is left for the stream to hand on
  };
  const parser = parse({ bom: true, relax_column_count: true, on_record: tell });
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {}); // whoever feeds next is told
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
