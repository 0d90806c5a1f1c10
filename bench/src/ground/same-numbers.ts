import type { Proposition } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';

/** Throws unless SQL gives a row for each of ours, and no other, and the two are the same. */
export function requireSame<
  Ours extends { readonly proposition: Proposition },
  Row extends { readonly proposition: number },
>(
  { propositions }: Snapshot,
  ours: readonly Ours[],
  bySql: readonly Row[],
  isSame: (ours: Ours, row: Row) => boolean,
): void {
  const rows = new Map(bySql.map((row) => [row.proposition, row]));
  if (rows.size !== ours.length) throw new Error(`SQL gives ${rows.size} propositions, Concord ${ours.length}`);
  for (const one of ours) {
    const row = rows.get(one.proposition.id);
    if (row === undefined || !isSame(one, row)) {
      throw new Error(`${propositions.list[one.proposition.ordinal]?.key}: SQL gives ${JSON.stringify(row)}`);
    }
  }
}
