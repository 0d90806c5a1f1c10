import type { ClientBase } from 'pg';
import type { ProblemList } from '../problem-list.ts';
import type { UngaFile } from '../read/find-files.ts';
import { doubleLabels } from './double-labels.ts';
import { doubleRecords } from './double-records.ts';
import { doubleRollCalls } from './double-roll-calls.ts';
import { nobodyOnTheDay } from './nobody-on-the-day.ts';
import { unknownRollCalls } from './unknown-roll-calls.ts';

interface Breach {
  readonly file: number;
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  /** Where the first of two records is. */
  readonly first_file: number | null;
  readonly first_line: number | null;
  readonly total: number;
}

/** Adds what is wrong between the records of the files: every breach is counted, the first hundred of each kind are told. */
export async function checkStaged(
  client: ClientBase,
  files: readonly UngaFile[],
  problems: ProblemList,
): Promise<void> {
  const place = (file: number, line: number) => `${files[file]?.path}:${line}`;
  const run = async (check: string) => {
    const { rows } = await client.query<Breach>(
      `SELECT *, count(*) OVER ()::int AS total FROM (${check}) breach ORDER BY file, line LIMIT 100`,
    );
    const found = rows.map(({ file, line, found, expected, first_file, first_line }) => ({
      at: place(file, line),
      found,
      expected:
        first_file === null || first_line === null ? expected : `${expected}, as at ${place(first_file, first_line)}`,
    }));
    problems.addMany(found, rows[0]?.total);
    return found.length === 0;
  };
  // With a roll call twice every record on it would look double.
  if (!(await run(doubleRollCalls))) return;
  for (const check of [unknownRollCalls, doubleLabels, nobodyOnTheDay, doubleRecords]) await run(check);
}
