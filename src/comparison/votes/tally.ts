import { isKnownAt } from '#agreement/stance-columns.ts';
import { type Party, type Proposition, type RollCall, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { alphabetically } from '../list-documents.ts';

/** Which side of a roll call had more votes; abstentions aside. */
export type VoteResult = 'MORE_FOR' | 'MORE_AGAINST' | 'TIED';

type Tally = Pick<RollCall, 'yes' | 'no'>;

/** Null when the votes are not recorded, or nobody took a side. */
export function resultOf({ yes, no }: Tally): VoteResult | null {
  if (yes === null || no === null || yes + no === 0) return null;
  if (yes === no) return 'TIED';
  return yes > no ? 'MORE_FOR' : 'MORE_AGAINST';
}

/** The difference between the sides, as a share of the votes of both: 0 tied, 1 unanimous. Null as for the result. */
export const marginOf = ({ yes, no }: Tally): number | null =>
  yes === null || no === null || yes + no === 0 ? null : Math.abs(yes - no) / (yes + no);

/** The rows of the absences from a proposition, as known at a revision. */
function absenceRows({ absences }: Snapshot, { ordinal }: Proposition, revision: number): number[] {
  const { start, addedIn, retiredIn } = absences;
  const rows: number[] = [];
  for (let row = start[ordinal] as number; row < (start[ordinal + 1] as number); row++)
    if (isKnownAt(addedIn[row] as number, retiredIn[row] as number, revision)) rows.push(row);
  return rows;
}

/** How many absences are recorded, as known at a revision; null when none are: nobody says who was there. */
export function absentFrom(ledger: Snapshot, proposition: Proposition, revision: number): number | null {
  const { length } = absenceRows(ledger, proposition, revision);
  return length === 0 ? null : length;
}

/** The parties whose absence is recorded, as known at a revision; by name. */
export const absentParties = (ledger: Snapshot, proposition: Proposition, revision: number): Party[] =>
  absenceRows(ledger, proposition, revision)
    .map((row) => rowAt(ledger.parties, ledger.absences.party[row] as number))
    .sort((a, b) => alphabetically(a.name, b.name));
