import { closeMatches } from '#ledger/rules/close-matches.ts';
import type { Selected } from './selection.ts';

/** What a path leads to. */
export interface PathFound {
  readonly leaf: Selected;
  /** Whether its values are lists. */
  readonly isArray: boolean;
  /** The lists whose elements make rows: those that it goes through, but for one at its end and those marked with `[]`. */
  readonly lists: readonly (readonly string[])[];
  /** No row is without a value. */
  readonly required: boolean;
  /** All that is selected on it and, of a value that has parts, in it. */
  readonly used: readonly Selected[];
}

/**
 * Follows a path, names with dots between, `[]` after a list whose values are gathered and `[0]` after one of which only the first element is
 * taken; or says what was expected instead.
 */
export function findPath(
  selection: ReadonlyMap<string, Selected>,
  path: string,
): PathFound | { readonly expected: string } {
  const names = path.split('.');
  const lists: (readonly string[])[] = [];
  const used: Selected[] = [];
  let required = true;
  let within = selection;
  let gathers = false;
  for (const [place, written] of names.entries()) {
    const name = nameIn(written);
    const isPicked = pickedIn(written) !== null;
    const found = within.get(name);
    if (found === undefined) return { expected: notThere(names.slice(0, place), name, within) };
    used.push(found);
    const isLast = place === names.length - 1;
    const makesRows = !isLast && !gathers && written === name && found.lists > 0;
    // Without a list on its way there is no row; what is gathered may be nothing.
    if (isPicked) required = false;
    else if (makesRows) required = found.itemsRequired;
    else if (!gathers) required &&= found.required;
    const here = names.slice(0, place + 1);
    if (isPicked) {
      if (found.lists !== 1) return { expected: `[${pickedIn(written)}] only after a list` };
      if (isLast && found.fields.size > 0) return { expected: aScalar(found) };
    } else if (written !== name) {
      if (isLast || found.lists !== 1) return { expected: '[] only after a list of objects, followed by a field' };
      gathers = true;
    } else if (gathers && !isLast && found.lists > 0) {
      return { expected: `[] after ${name}, because it is also a list` };
    }
    if (isLast) return leafOf(found, { lists, required, used, isArray: gathers || (found.lists > 0 && !isPicked) });
    if (found.lists > 1) return { expected: `a path that ends at ${here.join('.')}, a list of lists` };
    if (makesRows) lists.push(here);
    within = found.fields;
  }
  return { expected: 'field names joined by dots' };
}

function leafOf(leaf: Selected, found: Omit<PathFound, 'leaf'>): PathFound | { readonly expected: string } {
  if (leaf.lists === 0 && leaf.fields.size > 0) {
    return { expected: aScalar(leaf) };
  }
  return { ...found, leaf, used: [...found.used, ...within(leaf)] };
}

const aScalar = ({ name, fields }: Selected) => `a scalar; ${name} has ${[...fields.keys()].join(', ')}`;

/** The field that a part of a path names. */
export const nameIn = (part: string): string => part.replace(/\[\d{0,4}\]$/, '');

/** The number of the element that a part of a path takes of its list, from 0; null when it takes none. */
export function pickedIn(part: string): number | null {
  const [, digits] = /\[(\d{1,4})\]$/.exec(part) ?? [];
  return digits === undefined ? null : Number(digits);
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
  return `a field that ${where} selects: ${(close.length > 0 ? close : names).join(', ')}`;
}
