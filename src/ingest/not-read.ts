const mostNamed = 20;

/** The files that are read as ledger files. */
export const ledgerFiles = '.yaml, .yml, .csv or .csv.gz';

/** The sentence about files of a folder that an import leaves alone; `taken` says which ones are read. */
export function notRead(files: readonly string[], taken: string): string {
  const named = files.slice(0, mostNamed).join(', ');
  const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : '';
  return `Warning: not read: ${named}${more}; only ${taken} files are.`;
}
