/** What keeps a text from being YAML that can be read; lines and columns count from 1. */
export interface YamlProblem {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

/** The same at an offset of the text. */
export interface ProblemAt {
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}
