import type { CellState, Position } from '../generated/graphql.ts';
import { type Voted, voted, votedTexts } from '../texts/en-votes.ts';
import { count } from '../texts/intl.ts';

const ofPosition: Readonly<Record<Position, Voted>> = {
  SUPPORT: 'YES',
  LEAN_SUPPORT: 'YES',
  NEUTRAL: 'ABSTAINED',
  LEAN_OPPOSE: 'NO',
  OPPOSE: 'NO',
};

/** A position in a roll call in the words of votes. */
export const votedAs = (position: Position): Voted => ofPosition[position];

/** What a party did in a roll call; null where that is not known, or a bloc is split. */
export function votedOf({
  state,
  position,
}: {
  readonly state: CellState;
  readonly position: Position | null;
}): Voted | null {
  if (state === 'ABSENT') return 'ABSENT';
  return position && votedAs(position);
}

/** How many voted how; null where it is not recorded. */
export interface Tally {
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly absent: number | null;
}

/** The numbers that are recorded, in the order in which they are shown. */
export const countsOf = ({
  yes,
  no,
  abstain,
  absent,
}: Tally): readonly { readonly as: Voted; readonly number: number }[] => {
  const numbers = { YES: yes, NO: no, ABSTAINED: abstain, ABSENT: absent };
  return voted.flatMap((as) => {
    const number = numbers[as];
    return number === null ? [] : [{ as, number }];
  });
};

/** 76 yes, 35 no, 17 abstained, 3 absent: one text for each. */
export const tallyInWords = (tally: Tally): readonly string[] =>
  countsOf(tally).map(({ as, number }) => `${count(number)} ${votedTexts[as].counted}`);
