import type { Catalogue, Document, Issue, Party, Passage, Proposition } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** Which documents; what is undefined does not matter. Days. */
export interface DocumentFilter {
  readonly kinds?: readonly Document['kind'][] | undefined;
  readonly from?: number | undefined;
  readonly before?: number | undefined;
  readonly ids?: readonly number[] | undefined;
}

/** Equal ones follow their keys. */
const orders = {
  DATE_DESC: (a: Document, b: Document) => b.date - a.date,
  DATE_ASC: (a: Document, b: Document) => a.date - b.date,
  TITLE: (a: Document, b: Document) => alphabetically(a.title, b.title),
  KEY: null,
} as const;

export type DocumentOrder = keyof typeof orders;

/** The documents of a ledger, as known when it shows it, that fit a filter; in order. */
export function listDocuments(
  { documents }: Snapshot,
  { kinds, from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY, ids }: DocumentFilter,
  order: DocumentOrder,
): Document[] {
  const wanted = ids && new Set(ids);
  return standingInOrder(documents, order, orders[order]).filter(
    ({ id, kind, date }) =>
      (kinds?.includes(kind) ?? true) && date >= from && date < before && (wanted?.has(id) ?? true),
  );
}

type Catalogued = Party | Issue | Proposition | Document | Passage;
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
