import { levels } from './position.ts';
import { NEVER } from './stance-columns.ts';
import { ABSENT, isHeld, type StanceMatrix } from './stance-matrix.ts';

/** A row of a matrix that belongs to a group from one day to the day before another. */
export interface MemberSpan {
  readonly row: number;
  readonly from: number;
  /** NEVER: still. */
  readonly until: number;
}

/** Numbers per column of a tally: members at each level, members that were absent, members. */
export const tallySlots = levels + 2;
const [absentSlot, membersSlot] = [levels, levels + 1];

/**
 * How many members of a group hold which position, by column: `counts[column * tallySlots + level]`, then those that were absent and all members
 * of the column's day.
 */
export interface MemberTally {
  readonly columns: number;
  readonly counts: Uint16Array;
}

/** The members of one column by what they hold; a lean counts as its side. `spoke` = support + neutral + oppose. */
export interface MemberCounts {
  readonly members: number;
  readonly spoke: number;
  readonly support: number;
  readonly neutral: number;
  readonly oppose: number;
  readonly absent: number;
}

/** Counts the members of each column's day. The spans of one row do not overlap. */
export function tallyMembers(matrix: StanceMatrix, spans: readonly MemberSpan[], days: Int32Array): MemberTally {
  const { columns, cells } = matrix;
  const counts = new Uint16Array(columns * tallySlots);
  for (const { row, from, until } of spans) {
    let cell = row * columns;
    for (let column = 0, at = 0; column < columns; column++, cell++, at += tallySlots) {
      const day = days[column] as number;
      if (day < from || day >= until) continue;
      counts[at + membersSlot] = (counts[at + membersSlot] as number) + 1;
      const held = cells[cell] as number;
      const slot = isHeld(held) ? at + held + 2 : held === ABSENT ? at + absentSlot : -1;
      if (slot >= 0) counts[slot] = (counts[slot] as number) + 1;
    }
  }
  return { columns, counts };
}

/** Every row of a matrix as a member on every day. */
export const allRows = ({ rows }: StanceMatrix): MemberSpan[] =>
  Array.from({ length: rows }, (_, row) => ({ row, from: -NEVER, until: NEVER }));

/** How many members hold each level on a column (a view, not a copy). */
export const levelsAt = ({ counts }: MemberTally, column: number): Uint16Array =>
  counts.subarray(column * tallySlots, column * tallySlots + levels);

/** The counts of one column. */
export function countsAt({ counts }: MemberTally, column: number): MemberCounts {
  const at = column * tallySlots;
  const oppose = (counts[at] as number) + (counts[at + 1] as number);
  const neutral = counts[at + 2] as number;
  const support = (counts[at + 3] as number) + (counts[at + 4] as number);
  const spoke = oppose + neutral + support;
  const [members, absent] = [counts[at + membersSlot] as number, counts[at + absentSlot] as number];
  return { members, spoke, support, neutral, oppose, absent };
}

/** Whether any member holds a position on a column or was absent. */
export function isSpokenOn({ counts }: MemberTally, column: number): boolean {
  const at = column * tallySlots;
  for (let slot = at; slot < at + membersSlot; slot++) if (counts[slot] !== 0) return true;
  return false;
}
