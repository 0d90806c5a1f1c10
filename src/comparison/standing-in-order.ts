import type { Catalogue, Document, Issue, Party, Proposition } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';

type Catalogued = Party | Issue | Proposition | Document;
type Order<Row> = (a: Row, b: Row) => number;

const ordersMade = oncePer((_rows: object) => new Map<string, readonly unknown[]>());

/**
 * The rows of a catalogue that stand, in an order, by whose name it is remembered: sorted once for each catalogue. Equal ones follow their
 * keys.
 */
export function standingInOrder<Row extends Catalogued>(
  rows: Catalogue<Row>,
  name: string,
  order: Order<Row> | null = null,
): readonly Row[] {
  const made = ordersMade(rows);
  const before = made.get(name) as readonly Row[] | undefined; // by this name there are rows of this catalogue
  if (before !== undefined) return before;
  const byKey = (a: Row, b: Row) => (a.key < b.key ? -1 : 1);
  const standing = rows.list.filter(({ retired }) => !retired);
  const sorted = standing.sort(order === null ? byKey : (a, b) => order(a, b) || byKey(a, b));
  made.set(name, sorted);
  return sorted;
}

const collator = new Intl.Collator('en');

/** How readers look names up: as in a register. */
export const alphabetically = (a: string, b: string): number => collator.compare(a, b);
