import type { Column } from '#ledger/tables/table.ts';

/** How R writes a missing value. */
const missing = 'NA';

/** Whether a cell says nothing. `NA` says nothing except where it can be Namibia. */
export const isBlank = (text: string, names: boolean): boolean => text === '' || (text === missing && !names);

const booleans = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** Several values in a cell: a JSON array, as exports have it, or with a semicolon between them. */
export function listOf(text: string): unknown {
  if (!text.startsWith('[')) return partsOf(text);
  try {
    return JSON.parse(text);
  } catch {
    return text; // not a list: for the rules to refuse
  }
}

const partsOf = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const asAddress = (one: unknown) => (typeof one === 'string' ? { url: one, read: true, note: null } : one);

/** The value that a cell with something in it gives a column. A text that is no such value stays as it is, for the rules to refuse. */
export function valueFor({ type, oneOf }: Column, text: string): unknown {
  if (oneOf !== undefined) {
    const value = text.toUpperCase().replaceAll(/[\s-]+/g, '_');
    return oneOf.includes(value) ? value : text;
  }
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return booleans.get(text.toLowerCase()) ?? text;
  if (type === 'text[]') return listOf(text);
  if (type === 'jsonb') {
    const list = listOf(text);
    return Array.isArray(list) ? list.map(asAddress) : list;
  }
  return text;
}
