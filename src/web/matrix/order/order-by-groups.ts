import { orderByLikeness } from './order-by-likeness.ts';

/** Rows that belong to one group and stand together. */
export interface Band {
  /** The number of the group, from 1. */
  readonly number: number;
  /** The first of its rows. */
  readonly from: number;
  /** How many rows. */
  readonly size: number;
}

/**
 * The rows of a symmetric matrix of agreement, group by group, within a group ordered so that neighbours agree; last those that are in no group.
 * `groups` are the groups by rising number, each the rows that belong to it.
 */
export function orderByGroups(
  values: readonly (readonly (number | null)[])[],
  groups: readonly { readonly number: number; readonly rows: readonly number[] }[],
): { readonly order: readonly number[]; readonly bands: readonly Band[] } {
  const order: number[] = [];
  const bands: Band[] = [];
  const ordered = (rows: readonly number[]) => {
    const within = rows.map((row) => rows.map((column) => values[row]?.[column] ?? null));
    return orderByLikeness(within).flatMap((index) => rows[index] ?? []);
  };
  for (const { number, rows } of groups) {
    if (rows.length === 0) continue;
    bands.push({ number, from: order.length, size: rows.length });
    order.push(...ordered(rows));
  }
  const grouped = new Set(order);
  order.push(...ordered(values.map((_, row) => row).filter((row) => !grouped.has(row))));
  return { order, bands };
}
