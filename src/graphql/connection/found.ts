import type { Ranks } from '#snapshot/search/search.ts';

/** The rows that match a search: in the requested order, or by relevance, with ties in the original order. Null: no search. */
export function found<Row extends { readonly id: number }>(
  rows: readonly Row[],
  ranks: Ranks | null,
  order: 'AS_ORDERED' | 'BEST_FIRST',
): readonly Row[] {
  if (ranks === null) return rows;
  if (order === 'AS_ORDERED') return rows.filter(({ id }) => ranks.has(id));
  return rows
    .map((row) => ({ row, rank: ranks.get(row.id) ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ row }) => row);
}
