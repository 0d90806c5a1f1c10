/** What two lists of lines, in any order, do not have in common: each line with how often it stands in either. */
export function differences(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, { expected: number; found: number }>();
  const count = (line: string, side: 'expected' | 'found') => {
    const both = counts.get(line) ?? { expected: 0, found: 0 };
    both[side]++;
    counts.set(line, both);
  };
  for (const line of expected) count(line, 'expected');
  for (const line of found) count(line, 'found');
  return Array.from(counts)
    .filter(([, both]) => both.expected !== both.found)
    .map(([line, both]) => `${what} ${line}: found ${both.found}, expected ${both.expected}`);
}
