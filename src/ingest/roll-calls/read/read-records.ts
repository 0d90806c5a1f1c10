import { BrokenFile, createCsvReader } from '../../read/csv-reader.ts';
import { textChunks } from '../../read/text-chunks.ts';
import type { ProblemList } from '../outcome.ts';
import type { ReadOptions, StagedFile } from '../reader.ts';

/** The fields of a record in the order of the layout's columns, and its first line, counted from 1. Returns the text to stage for it. */
export type TakeRecord = (fields: readonly string[], line: number) => string;

/** How the records of a file are laid out. */
export interface Layout {
  /** The index in a record of each column that is read, according to the header at `at`; null if that is wrong, which is added to the problems. */
  readonly orderIn: (header: readonly string[], at: string, problems: ProblemList) => readonly number[] | null;
  /** What the text of a field means, given the place of its column; the text itself without it. */
  readonly fieldOf?: (text: string, column: number) => string;
}

/**
 * Yields the results of `take` for every record of a file, in chunks. Stops where the file becomes unreadable, or immediately if its
 * header is wrong; either is added as a problem.
 */
export async function* readRecords(
  file: StagedFile,
  { orderIn, fieldOf = (text) => text }: Layout,
  take: TakeRecord,
  { problems, report }: ReadOptions,
): AsyncGenerator<string> {
  const place = (line: number) => `${file.path}:${line}`;
  let order: readonly number[] | null | undefined; // undefined before the header is read, null if that is wrong
  let width = 0;
  let made = '';
  let rows = 0;
  const reader = createCsvReader((record, line) => {
    if (order === undefined) {
      order = orderIn(record, place(line), problems);
      width = record.length;
    } else if (order === null) return;
    else if (record.length !== width) {
      problems.add({ at: place(line), found: `${record.length} fields`, expected: `${width} fields` });
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
  if (order === undefined) orderIn([], place(1), problems);
  tell(1);
}
