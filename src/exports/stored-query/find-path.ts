import { closeMatches } from '#ledger/rules/close-matches.ts';
import type { Selected } from './selection.ts';

/** What a path leads to. */
export interface PathFound {
  readonly leaf: Selected;
  /** The lists that it goes through; one at its end is a value of its own. */
  readonly lists: readonly (readonly string[])[];
  /** No row is without a value. */
  readonly required: boolean;
  /** All that is selected on it and, of a value that has parts, in it. */
  readonly used: readonly Selected[];
}

/** Follows a path, names with dots between, into what a query selects; or says what was expected instead. */
export function findPath(
  selection: ReadonlyMap<string, Selected>,
  path: string,
): PathFound | { readonly expected: string } {
  const names = path.split('.');
  const lists: (readonly string[])[] = [];
  const used: Selected[] = [];
  let required = true;
  let within = selection;
  for (const [place, name] of names.entries()) {
    const found = within.get(name);
    if (found === undefined) return { expected: notThere(names.slice(0, place), name, within) };
    used.push(found);
    const isLast = place === names.length - 1;
    // Without a list on its way there is no row.
    required = isLast || found.lists === 0 ? required && found.required : found.itemsRequired;
    if (isLast) return leafOf(found, { lists, required, used });
    if (found.lists > 1)
      return { expected: `a path that ends at ${names.slice(0, place + 1).join('.')}, a list of lists` };
    if (found.lists === 1) lists.push(names.slice(0, place + 1));
    within = found.fields;
  }
  return { expected: 'names with dots between' };
}

function leafOf(leaf: Selected, found: Omit<PathFound, 'leaf'>): PathFound | { readonly expected: string } {
  if (leaf.lists === 0 && leaf.fields.size > 0) {
    return { expected: `a value; ${leaf.name} has ${[...leaf.fields.keys()].join(', ')}` };
  }
  return { ...found, leaf, used: [...found.used, ...within(leaf)] };
}

const within = ({ fields }: Selected): Selected[] => [...fields.values()].flatMap((one) => [one, ...within(one)]);

function notThere(path: readonly string[], name: string, fields: ReadonlyMap<string, Selected>): string {
  const where = path.length === 0 ? 'the query' : path.join('.');
  const names = [...fields.keys()];
  if (names.length === 0) return `a path that ends at ${where}`;
  const close = closeMatches(
    name,
    names.map((key) => ({ key, names: [] })),
  );
  return `what ${where} selects: ${(close.length > 0 ? close : names).join(', ')}`;
}
