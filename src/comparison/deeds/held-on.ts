import { NONE } from '#agreement/in-force.ts';
import { cellAt, UNKNOWN } from '#agreement/stance-matrix.ts';
import type { Proposition } from '#snapshot/catalogue.ts';
import { type Comparison, stanceRowsIn } from '../comparison.ts';

/** What a party holds on a proposition, a claim or a roll call. */
export interface Held {
  /** Half steps, or a cell that is no position, as it is in the ledger or derived. */
  readonly cell: number;
  /** The same as the policy sees it. */
  readonly policied: number;
  /** Row index of the party's own stance; NONE where it has none. */
  readonly stanceRow: number;
  /** Where it is from; null for a vote that a stance on a claim tells, and where nobody holds anything. */
  readonly from: { readonly comparison: Comparison; readonly column: number; readonly row: number } | null;
}

const nothing: Held = { cell: UNKNOWN, policied: UNKNOWN, stanceRow: NONE, from: null };

/** Looks up what the parties of a comparison hold, by proposition and row. */
export function heldIn(comparison: Comparison): (proposition: Proposition, row: number) => Held {
  const { matrix, policied, propositions } = comparison;
  const columnOf = new Map(propositions.map((ordinal, column) => [ordinal, column]));
  const stanceRows = new Map<number, ArrayLike<number>>();
  return ({ ordinal }, row) => {
    const column = columnOf.get(ordinal);
    if (column === undefined) return nothing;
    const ofColumn = stanceRows.get(column) ?? stanceRowsIn(comparison, column);
    stanceRows.set(column, ofColumn);
    return {
      cell: cellAt(matrix, row, column),
      policied: cellAt(policied, row, column),
      stanceRow: ofColumn[row] as number,
      from: { comparison, column, row },
    };
  };
}
