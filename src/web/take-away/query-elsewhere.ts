import { writeAddress } from '../address/address.ts';

/** A stored query with its parameters, of which the API makes a table. */
export interface StoredTable {
  readonly name: string;
  /** Lists are comma-separated, objects JSON; null is left out. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

const here = (path: string) => new URL(writeAddress(path), location.href).href;

/** A query as a command for a shell. */
export const curlOf = (query: string, variables: unknown): string =>
  [
    `curl -s '${here('/graphql')}' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d ${quoted(JSON.stringify({ query: query.replace(/\s+/g, ' '), variables }))}`,
  ].join('\n');

/** Within single quotes a shell reads everything as it is but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A table as a formula of a spreadsheet that reads it from its address. */
export const formulaOf = (table: StoredTable): string => `=IMPORTDATA("${tableAddress(table).replaceAll('"', '""')}")`;

/** The address of a table as CSV. */
export function tableAddress({ name, parameters }: StoredTable): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) continue;
    given.set(
      key,
      Array.isArray(value) ? value.join(',') : typeof value === 'object' ? JSON.stringify(value) : `${value}`,
    );
  }
  return `${here(`/q/${name}.csv`)}?${given.toString().replaceAll('%2C', ',')}`;
}
