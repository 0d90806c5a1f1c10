import { type Document, LineCounter, parseDocument } from 'yaml';
import { aliasProblems } from './yaml-aliases.ts';
import { tooDeep } from './yaml-depth.ts';
import type { ProblemAt, YamlProblem } from './yaml-problem.ts';

export interface ParsedYaml {
  /** What it says, as plain data; undefined when there are problems. */
  readonly content: unknown;
  readonly problems: readonly YamlProblem[];
  /** For places; null when it could not be taken apart. */
  readonly document: Document.Parsed | null;
  /** Line and column of an offset. */
  placeOf(offset: number): Pick<YamlProblem, 'line' | 'column'>;
}

/** Parses a YAML 1.2 text. Whatever it is, nothing is thrown: what cannot be read is a problem at its place. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const placed = ({ offset, ...problem }: ProblemAt) => ({ ...placeOf(offset), ...problem });
  const unread = (problem: YamlProblem): ParsedYaml => ({
    content: undefined,
    problems: [problem],
    document: null,
    placeOf,
  });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const found = document.errors.map(({ pos, code, message }) => ({
      offset: pos[0],
      ...(code === 'MULTIPLE_DOCS'
        ? { found: 'a second document', expected: 'one in a file' }
        : { found: message, expected: 'YAML' }),
    }));
    // The parser, which goes down as deep as its stack allows, then says something else at every level.
    const deep = found.length > 0 ? tooDeep(text) : null;
    if (deep !== null) return unread(deep);
    const problems = found.length > 0 ? found : aliasProblems(document);
    // Aliases have been looked at, and are told with their places.
    const content = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 });
    return { content, problems: problems.map(placed), document, placeOf };
  } catch (error) {
    const deep = error instanceof RangeError ? tooDeep(text) : null;
    if (deep === null) throw error;
    return unread(deep);
  }
}
