import type { Proposition } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import type { GroundBySql } from './by-sql.ts';
import type { GroundAnswer } from './questions.ts';

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

/** Throws unless the page of common ground by SQL is ours in every field, row by row. */
export function requireSamePage(ours: GroundAnswer, bySql: readonly GroundBySql[]): void {
  if (ours.rows.length !== bySql.length) throw new Error(`SQL gives ${bySql.length} rows, Concord ${ours.rows.length}`);
  for (const [index, row] of bySql.entries()) {
    const one = ours.rows[index] as GroundAnswer['rows'][number];
    const { standing, side, shareOfAll, shareOfHolders, passes, proposition } = one;
    const { support, oppose, neutral, absent, unknown } = standing;
    const said = [proposition.id, support, oppose, neutral, absent, unknown, side, passes, ours.total, ours.passing];
    const other = [
      row.proposition,
      row.support,
      row.oppose,
      row.neutral,
      row.absent,
      row.unknown,
      row.side,
      row.passes,
    ];
    const isSame =
      JSON.stringify(said) === JSON.stringify([...other, row.total, row.passing]) &&
      Math.abs(shareOfAll - row.share_of_all) <= 1e-12 &&
      Math.abs(shareOfHolders - row.share_of_holders) <= 1e-12;
    if (!isSame)
      throw new Error(`${proposition.key}: SQL gives ${JSON.stringify(row)}, Concord ${JSON.stringify(said)}`);
  }
}
