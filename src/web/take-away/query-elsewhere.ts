import { writeAddress } from '../address/address.ts';
import { today } from '../words/dates.ts';

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
export const tableAddress = (table: StoredTable): string => storedAddress(table, '.csv');

/** The addresses of the feeds of its changes, at any later revision and day. */
export function feedAddresses({ name, parameters }: StoredTable): { readonly atom: string; readonly jsonFeed: string } {
  const kept = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, unpinned(value)]));
  const { asOf, asKnownAt: _, ...others } = kept;
  const watched = { name, parameters: { ...others, ...(asOf !== today() && { asOf }) } };
  return { atom: storedAddress(watched, '.atom'), jsonFeed: storedAddress(watched, '.feed.json') };
}

/** A scope without the revision, and without a day that is today: who watches it wants what comes. */
function unpinned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { asOf, asKnownAt: _, ...others } = value as Readonly<Record<string, unknown>>;
  const all = { ...others, ...(asOf !== today() && { asOf }) };
  return Object.values(all).every((one) => one === null || one === undefined) ? null : all;
}

function storedAddress({ name, parameters }: StoredTable, ending: string): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) continue;
    given.set(
      key,
      Array.isArray(value) ? value.join(',') : typeof value === 'object' ? JSON.stringify(value) : `${value}`,
    );
  }
  return `${here(`/q/${name}${ending}`)}?${given.toString().replaceAll('%2C', ',')}`;
}
