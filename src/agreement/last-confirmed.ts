import type { StanceColumns } from './stance-columns.ts';

/** In the column of days: they depend on the revision, or are too many for it. */
export const ELSEWHERE = 0xffff;

/**
 * The day on which the stance at a row index was last confirmed: that of the latest document that shows it, and no earlier than its first day. As known
 * at a revision at which the stance itself was known.
 */
export function lastConfirmed(
  { heldFrom, confirmedAfter, confirmations }: StanceColumns,
  stanceRow: number,
  revision: number,
): number {
  const after = confirmedAfter[stanceRow] as number;
  const from = heldFrom[stanceRow] as number;
  if (after !== ELSEWHERE) return from + after;
  return confirmations.get(stanceRow)?.findLast((one) => one.revision <= revision)?.day ?? from;
}
