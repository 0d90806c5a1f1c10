import type { Ranks } from '#ledger/search/search.ts';
import { apiError } from '../api-error.ts';

export type Order<Row> = (a: Row, b: Row) => number;

const LONGEST_SEARCH = 200;

/** Rows that fit a search, in order: as asked, else the best fit first; without a search all of them, as asked or in the usual order. */
export function searchable<Row extends { readonly id: number }>(
  rows: readonly Row[],
  text: string | null | undefined,
  search: (text: string) => Ranks,
  order: Order<Row> | null,
  usual: Order<Row>,
): Row[] {
  if (text == null) return rows.toSorted(order ?? usual);
  const ranks = search(searchText(text));
  const rank = ({ id }: Row) => ranks.get(id) ?? 0;
  return rows.filter(({ id }) => ranks.has(id)).toSorted(order ?? ((a, b) => rank(b) - rank(a) || usual(a, b)));
}

/** A text to search for; throws BAD_INPUT when it is empty or very long. */
export function searchText(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > 0 && trimmed.length <= LONGEST_SEARCH) return trimmed;
  throw apiError('BAD_INPUT', `search: found ${trimmed.length} characters, expected 1 to ${LONGEST_SEARCH}.`);
}
