import type { ProblemList, Report } from '../outcome.ts';
import type { UngaFile } from '../unga/read/find-files.ts';
import { BrokenFile, checkHeader, columns, createCsvReader } from './csv-reader.ts';
import { textChunks } from './text-chunks.ts';

/** The fields of a record in the order of its kind's columns, and its first line, counted from 1. Returns the text to stage for it. */
export type TakeRecord = (fields: readonly string[], line: number) => string;

export interface ReadOptions {
  readonly problems: ProblemList;
  readonly report: Report;
}

/** What R's write_csv writes for a missing value. */
export const missing = 'NA';

/**
 * Yields the results of `take` for every record of a file, in chunks. Stops where the file becomes unreadable, or immediately if its
 * columns are wrong; either is added as a problem.
 */
export async function* readRecords(
  file: UngaFile,
  take: TakeRecord,
  { problems, report }: ReadOptions,
): AsyncGenerator<string> {
  const expected = columns[file.kind];
  const place = (line: number) => `${file.path}:${line}`;
  // R writes NA for what is missing, which is Namibia's code too.
  const code = (expected as readonly string[]).indexOf('country_code');
  const fieldOf = (text: string, column: number) => (text === missing && column !== code ? '' : text);
  let order: readonly number[] | null | undefined; // undefined before the header is read, null if that is wrong
  let made = '';
  let rows = 0;
  const reader = createCsvReader((record, line) => {
    if (order === undefined) order = checkHeader(record, expected, place(line), problems);
    else if (order === null) return;
    else if (record.length !== expected.length) {
      problems.add({ at: place(line), found: `${record.length} fields`, expected: `${expected.length} fields` });
    } else {
      rows += 1;
      made += take(
        order.map((index, column) => fieldOf(record[index] ?? '', column)),
        line,
      );
    }
  });
  const tell = (done: number) => report({ step: `Reading ${file.name}`, rows, done });
  tell(0);
  try {
    for await (const { bytes, done } of textChunks(file.path)) {
      await reader.feed(bytes);
      if (order === null) return;
      yield made;
      made = '';
      tell(Math.min(done, 0.99));
    }
    await reader.end();
    yield made;
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    problems.add({ at: place(error.line), found: error.found, expected: error.expected });
    return;
  }
  if (order === undefined) checkHeader([], expected, place(1), problems);
  tell(1);
}
