import { wholeNumber } from '../../../read/csv-reader.ts';
import type { ProblemList } from '../../outcome.ts';
import type { Layout } from '../../read/read-records.ts';

/** The columns of each kind of file. They may be in any order; additional or missing ones are refused. */
export const columns = {
  roll_calls: ['rcid', 'session', 'date', 'unres', 'short', 'descr', 'amend', 'para', 'importantvote'],
  issues: ['rcid', 'short_name', 'issue'],
  votes: ['rcid', 'country', 'country_code', 'vote'],
  absences: ['rcid', 'country', 'country_code', 'status'],
} as const;

export type FileKind = keyof typeof columns;

/** The fields of a record by column. */
export type Fields<Kind extends FileKind> = Readonly<Record<(typeof columns)[Kind][number], string>>;

/** What R's write_csv writes for a missing value. */
export const missing = 'NA';

/** The layout of a kind of file. NA is an empty field, except as the code of a country: it is Namibia's. */
export function layoutOf(kind: FileKind): Layout {
  const expected: readonly string[] = columns[kind];
  const code = expected.indexOf('country_code');
  return {
    orderIn: (header, at, problems) => checkHeader(header, expected, at, problems),
    fieldOf: (text, column) => (text === missing && column !== code ? '' : text),
  };
}

/**
 * The index of each column in a record, according to the header of a file; null if it does not have exactly these columns, each once.
 * `at` is the location of the header.
 */
function checkHeader(
  header: readonly string[],
  columns: readonly string[],
  at: string,
  problems: ProblemList,
): readonly number[] | null {
  const before = problems.total;
  const expected = `the columns ${columns.join(', ')}`;
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) problems.add({ at, found: `no column ${missing.join(', ')}`, expected });
  for (const [index, name] of header.entries()) {
    if (!columns.includes(name)) problems.add({ at, found: `a column ${JSON.stringify(name)}`, expected });
    else if (header.indexOf(name) !== index) problems.add({ at, found: `a second column ${name}`, expected });
  }
  return problems.total > before ? null : columns.map((column) => header.indexOf(column));
}

/** The number of a roll call, or null. */
export const rcidOf = (value: string): number | null => wholeNumber(value, 9);

export const expectedRcid = 'a whole number of at least 1';
