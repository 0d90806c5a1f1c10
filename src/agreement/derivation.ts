import { countsAt, levelsAt, type MemberTally, tallySlots } from './member-tally.ts';
import { levels, sideOf } from './position.ts';
import { isHeld, MEAN_ONLY, SPLIT, UNKNOWN, WEIGHTLESS } from './stance-matrix.ts';

/** How the position of a bloc follows from those of its members. */
export const derivationRules = {
  MAJORITY:
    'The side on which more than half of the members that hold a position are; neutral when all of these are. Otherwise SPLIT.',
  UNANIMOUS: 'The side on which all members that hold a position are; neutral when all of these are. Otherwise SPLIT.',
  MEAN: 'The mean of the members that hold a position: a value, but no position, so that it is shown and counts in no measure or verdict.',
} as const;

export type DerivationRule = keyof typeof derivationRules;

/** How positions of blocs are derived, and from how many members at least. */
export interface Derivation {
  readonly rule: DerivationRule;
  /** Share of the members, 0 to 1, that have to hold a position. */
  readonly minimumCoverage: number;
}

/**
 * What the members of a column's day make of it: half steps, SPLIT or MEAN_ONLY; UNKNOWN where none or too few of them hold a position, WEIGHTLESS
 * where that is because of positions which weigh 0. A side is taken fully when more of its members take it fully than lean to it.
 */
export function derivedCell(tally: MemberTally, column: number, { rule, minimumCoverage }: Derivation): number {
  const { members, spoke, support, neutral, oppose, weightless } = countsAt(tally, column);
  // Divided rather than multiplied: 7 / 100 is the number 0.07, and 0.07 * 100 is more than 7.
  const areEnough = (those: number) => those > 0 && those / members >= minimumCoverage;
  if (!areEnough(spoke)) return areEnough(spoke + weightless) ? WEIGHTLESS : UNKNOWN;
  if (rule === 'MEAN') return MEAN_ONLY;
  if (neutral === spoke) return 0;
  const enough = rule === 'UNANIMOUS' ? spoke : Math.floor(spoke / 2) + 1;
  const { counts } = tally;
  const at = column * tallySlots;
  if (support >= enough) return (counts[at + 4] as number) > (counts[at + 3] as number) ? 2 : 1;
  if (oppose >= enough) return (counts[at] as number) > (counts[at + 1] as number) ? -2 : -1;
  return SPLIT;
}

/** The mean position of the members that hold one, -1 to 1; null when none does. */
export function meanAt(tally: MemberTally, column: number): number | null {
  const counts = levelsAt(tally, column);
  let spoke = 0;
  let sum = 0;
  for (let level = 0; level < levels; level++) {
    const count = counts[level] as number;
    spoke += count;
    sum += count * (level - 2);
  }
  return spoke === 0 ? null : sum / (2 * spoke);
}

/** Whether a member holds a position that is not on the side of the group's; of a group without a position nobody does. */
export const isDissent = (member: number, group: number): boolean =>
  isHeld(member) && isHeld(group) && sideOf(member) !== sideOf(group);
