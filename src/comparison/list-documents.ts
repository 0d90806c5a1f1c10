import type { Document } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { alphabetically, standingInOrder } from './standing-in-order.ts';

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
