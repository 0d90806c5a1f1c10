/** The rows of each id, in the order of the ids. */
export function groupsInOrder<Row>(ids: readonly number[], rows: readonly Row[], idOf: (row: Row) => number): Row[][] {
  const groups = Map.groupBy(rows, idOf);
  return ids.map((id) => groups.get(id) ?? []);
}

/** The row of each id, in the order of the ids; null where there is none. */
export function rowsInOrder<Row extends { readonly id: number }>(
  ids: readonly number[],
  rows: readonly Row[],
): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
