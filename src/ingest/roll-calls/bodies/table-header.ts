import type { ProblemList } from '../outcome.ts';

/** The columns of a table. */
export interface Columns<Read extends string, Maybe extends string = never> {
  readonly required: readonly Read[];
  /** Read where they are there. */
  readonly optional?: readonly Maybe[];
  /** Known, and not read. */
  readonly left?: readonly string[];
  /** Which other columns are expected; without it none is. */
  readonly others?: RegExp;
}

/** What the header of a table has. */
export interface TableHeader {
  /** The columns that are read by name. */
  readonly read: readonly string[];
  /** The other columns that are expected, in the order of the file. */
  readonly others: readonly string[];
}

/** The columns of a header that are read; null if it lacks one or has one twice, which is added to the problems. Warns of unknown ones. */
export function readHeader(
  header: readonly string[],
  { required, optional = [], left = [], others }: Columns<string, string>,
  at: string,
  problems: ProblemList,
  warn: (warning: string) => void,
): TableHeader | null {
  const missing = required.filter((column) => !header.includes(column));
  const twice = header.filter((column, index) => header.indexOf(column) !== index);
  if (missing.length > 0) {
    problems.add({ at, found: `no column ${missing.join(', ')}`, expected: `the columns ${required.join(', ')}` });
  }
  for (const column of twice) {
    problems.add({ at, found: `a second column ${JSON.stringify(column)}`, expected: 'each column once' });
  }
  if (missing.length > 0 || twice.length > 0) return null;
  const read = [...required, ...optional].filter((column) => header.includes(column));
  const rest = header.filter((column) => !read.includes(column) && !left.includes(column));
  const isExpected = (column: string) => others?.test(column) === true;
  const unknown = rest.filter((column) => !isExpected(column));
  if (unknown.length > 0) warn(`Warning: ${at}: columns that are not known were not read: ${unknown.join(', ')}.`);
  return { read, others: rest.filter(isExpected) };
}
