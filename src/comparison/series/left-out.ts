import { cellAt, isHeld } from '#agreement/stance-matrix.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { whyLeftOut } from '../comparison.ts';
import { propositionsInScope } from '../scope.ts';
import type { AgreementSeries } from './series.ts';
import { isDatedFor } from './series-periods.ts';
import { ledgerOf } from './series-slices.ts';

/** Why a proposition in scope counts at no point of a series. */
export const leftOutReasons = {
  NO_POSITION: 'None of the parties holds a position on it or was absent, in any of the periods.',
  ONE_POSITION: 'No two of the parties that are compared hold a position on it in the same period.',
  UNANIMOUS_ROLL_CALL: 'The policy excludes unanimous roll calls, and this is one.',
  ABSENCES_NOT_RECORDED: 'The measure counts absences, and none are recorded for it.',
  POSITIONS_EXCLUDED: 'Of the positions held, the policy excludes so many that no two are left.',
  DAY_NOT_KNOWN: 'The day of the roll call is not known well enough to say in which period it was.',
} as const;

export type SeriesLeftOutReason = keyof typeof leftOutReasons;

export interface SeriesLeftOut {
  readonly reason: SeriesLeftOutReason;
  readonly propositions: number;
}

/** How many propositions in scope count at no point, by reason; in the order of the reasons, without those of which there are none. */
export function leftOutOf(series: AgreementSeries): SeriesLeftOut[] {
  const { slices, scope, unit, from } = series;
  const ledger = ledgerOf(series);
  const best = new Map<number, SeriesLeftOutReason | null>();
  for (const { comparison } of slices) {
    for (const [column, ordinal] of comparison.propositions.entries()) {
      if (best.get(ordinal) === null) continue;
      best.set(ordinal, whyNot(series, comparison, column));
    }
  }
  const counts = new Map<SeriesLeftOutReason, number>();
  const count = (reason: SeriesLeftOutReason) => counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const firstDay = from === null ? null : (slices[0]?.period.from ?? from);
  for (const ordinal of propositionsInScope(ledger, scope)) {
    const found = best.get(ordinal);
    if (found === null) continue;
    if (found !== undefined) count(found);
    else {
      const proposition = rowAt(ledger.propositions, ordinal);
      if (proposition.retired) continue;
      // Those of earlier periods were not asked about.
      if (firstDay !== null && proposition.rollCall !== null && proposition.rollCall.tabledOn < firstDay) continue;
      count(isDatedFor(proposition, unit) ? 'NO_POSITION' : 'DAY_NOT_KNOWN');
    }
  }
  const reasons = Object.keys(leftOutReasons) as SeriesLeftOutReason[];
  return reasons.flatMap((reason) => {
    const propositions = counts.get(reason);
    return propositions === undefined ? [] : [{ reason, propositions }];
  });
}

type Comparison = AgreementSeries['slices'][number]['comparison'];

/** Why a column of a slice does not count; null when it does. */
function whyNot({ own, parties }: AgreementSeries, comparison: Comparison, column: number): SeriesLeftOutReason | null {
  const { policied, matrix } = comparison;
  const isOneAgainstMany = own < parties.length;
  const isShared = (cells: typeof matrix): boolean => {
    if (isOneAgainstMany && !isHeld(cellAt(cells, 0, column))) return false;
    let held = 0;
    for (let row = 0; row < cells.rows && held < 2; row++) if (isHeld(cellAt(cells, row, column))) held++;
    return held >= 2;
  };
  if (isShared(policied)) return null;
  if (!isShared(matrix)) return 'ONE_POSITION';
  return whyLeftOut(comparison, column) ?? 'POSITIONS_EXCLUDED';
}
