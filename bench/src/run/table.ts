/** One line of the table. */
export interface Result {
  readonly what: string;
  readonly concord: string;
  /** Name and figure of what Concord is measured against. */
  readonly peer: string;
  readonly ratio: string;
  readonly target: string;
  /** Null where nobody set a target. */
  readonly met: boolean | null;
}

const columns = ['what', 'Concord', 'peer', 'ratio', 'target', 'met'] as const;

const cellsOf = ({ what, concord, peer, ratio, target, met }: Result) => [
  what,
  concord,
  peer,
  ratio,
  target,
  met === null ? '' : met ? 'yes' : 'no',
];

/** The results as a Markdown table that is also readable as it is. */
export function markdownTable(results: readonly Result[]): string {
  const rows = [[...columns], ...results.map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
