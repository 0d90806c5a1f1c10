import type { ProblemList } from '../problem-list.ts';

/**
 * Where in a record each column stands, by the first record of a file; null when it does not have exactly these columns, each once.
 * `at` is the place of the header.
 */
export function checkHeader(
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
