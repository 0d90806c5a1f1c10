import type { Problem } from '#ledger/write/proposal.ts';
import type { Path } from '../../files/source-file.ts';
import type { CrosswalkFile } from './format.ts';

interface Located extends CrosswalkFile {
  locate(path: Path): string;
}

/** Contradictions in a crosswalk: a duplicate key, or two parties for one name and code at the same time. */
export function contradictions(crosswalk: Located): Problem[] {
  const { parties, names, issues, locate } = crosswalk;
  const said = (list: string) => (index: number) => locate([list, index]);
  return [
    ...twice(
      parties.map(({ key }) => `the party ${key}`),
      said('parties'),
    ),
    ...twice(
      issues.map(({ key }) => `the issue ${key}`),
      said('issues'),
    ),
    ...twice(
      issues.map(({ code }) => `the code ${code}`),
      said('issues'),
    ),
    ...periods(names, said('names')),
  ];
}

function* twice(values: readonly string[], at: (index: number) => string): Generator<Problem> {
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) < index) yield { at: at(index), found: `${value} again`, expected: 'it once' };
  }
}

const before = (from: string | null, until: string | null) => from === null || until === null || from < until;

function* periods(names: CrosswalkFile['names'], at: (index: number) => string): Generator<Problem> {
  for (const [index, { name, code, from, until }] of names.entries()) {
    if (!before(from, until)) yield { at: at(index), found: `until: ${until}`, expected: `a day after ${from}` };
    const overlaps = names
      .slice(0, index)
      .some(
        (other) => other.name === name && other.code === code && before(other.from, until) && before(from, other.until),
      );
    if (overlaps) {
      yield { at: at(index), found: `${name} at a time that an entry above covers`, expected: 'one party at a time' };
    }
  }
}
