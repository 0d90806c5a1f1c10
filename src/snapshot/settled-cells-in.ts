import { type SettledCells, settledCellsOf } from '#agreement/settled-cells.ts';
import type { AbsenceColumns } from '#agreement/stance-columns.ts';
import { oncePer } from './once-per.ts';
import type { Snapshot } from './snapshot.ts';

/** How many times as many cells as stances are worth their memory: a byte each, where a stance takes thirty. */
const mostCellsPerStance = 8;

interface Made {
  readonly absences: AbsenceColumns;
  readonly cells: SettledCells | null;
}

// The sorted stances are the same until everything is read again; what revisions add and retire is never settled.
const madeOf = oncePer((_position: Snapshot['stances']['position']) => ({ latest: null as Made | null }));

/** What is settled in the ledger, made when it is first asked for; null where parties hold so little that a matrix of everything would be nearly empty. */
export function settledCellsIn({ stances, absences, parties }: Snapshot): SettledCells | null {
  const made = madeOf(stances.position);
  if (made.latest?.absences === absences) return made.latest.cells;
  const count = parties.list.length * (stances.start.length - 1);
  const cells =
    count > mostCellsPerStance * stances.length ? null : settledCellsOf(stances, absences, parties.list.length);
  made.latest = { absences, cells };
  return cells;
}
