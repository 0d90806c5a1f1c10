import type { Paper } from './compare/comparison-page.ts';

/** What standard output is: a terminal of a width, with colours unless NO_COLOR is set, or a file or pipe, of any width and without. */
export const paperOf = (
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  env: Readonly<Record<string, string | undefined>>,
): Paper =>
  output.isTTY
    ? { width: output.columns || 80, colours: !env.NO_COLOR && env.TERM !== 'dumb' }
    : { width: Number.POSITIVE_INFINITY, colours: false };
