import { type EvidenceRow, evidenceOf } from '#agreement/evidence.ts';
import { NONE } from '#agreement/in-force.ts';
import { cellAt } from '#agreement/stance-matrix.ts';
import { agreementIn, type Comparison, pairsIn, stanceRowsIn, whyLeftOut } from './comparison.ts';

/** One row per pair and proposition that the number of a comparison was computed from, or why it was not. */
export function evidenceIn(comparison: Comparison): EvidenceRow[] {
  const { policied, policy } = comparison;
  const pairs = pairsIn(comparison);
  const withheld = agreementIn(comparison).result.value === null;
  const leftOut = (column: number) => whyLeftOut(comparison, column);
  return [...evidenceOf(policied, leftOut, policy.measure, policy.minimumShared, pairs, withheld)];
}

/** Row indexes of the stances that a pair holds on a proposition; null where a party holds none. */
export function stancesOfPair(comparison: Comparison, { a, b, column }: EvidenceRow): readonly (number | null)[] {
  const stanceRows = stanceRowsIn(comparison, column);
  return [a, b].map((row) => (stanceRows[row] === NONE ? null : (stanceRows[row] as number)));
}

/** What a pair holds on a proposition, as in the matrix before the policy is applied. */
export const cellsOfPair = ({ matrix }: Comparison, { a, b, column }: EvidenceRow): readonly number[] =>
  [a, b].map((row) => cellAt(matrix, row, column));
