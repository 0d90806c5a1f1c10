import { levels } from './position.ts';
import { NEVER } from './stance-columns.ts';
import { ABSENT, rowOf, type StanceMatrix, WEIGHTLESS } from './stance-matrix.ts';

/** A row of a matrix that belongs to a group from one day to the day before another. */
export interface MemberSpan {
  readonly row: number;
  readonly from: number;
  /** NEVER: still. */
  readonly until: number;
}

/** Numbers per column of a tally: members at each level, members that were absent, those whose position weighs 0, members. */
export const tallySlots = levels + 3;
const [absentSlot, weightlessSlot, membersSlot] = [levels, levels + 1, levels + 2];

/**
 * How many members of a group hold which position, by column: `counts[column * tallySlots + level]`, then those that were absent, those whose
 * position weighs 0 and all members of the column's day.
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
  /** They hold a position whose basis the policy weighs 0. */
  readonly weightless: number;
}

// Members are added up in one number for all slots of a column, a few bits each, so that a cell takes one addition: what holds no position and was not
// absent has the last slot, and all of them together are the members.
const bitsPerSlot = 4;
const mostSpans = 2 ** bitsPerSlot - 1;
const addends = new Int32Array(256).fill(1 << (membersSlot * bitsPerSlot)); // by the cell as an unsigned byte
for (let level = 0; level < levels; level++) addends[(level - 2) & 0xff] = 1 << (level * bitsPerSlot);
addends[ABSENT] = 1 << (absentSlot * bitsPerSlot);
addends[WEIGHTLESS] = 1 << (weightlessSlot * bitsPerSlot);

/** Counts the members of each column's day. The spans of one row do not overlap. */
export function tallyMembers(matrix: StanceMatrix, spans: readonly MemberSpan[], days: Int32Array): MemberTally {
  const { columns } = matrix;
  const tally = { columns, counts: new Uint16Array(columns * tallySlots) };
  const packed = new Int32Array(columns);
  for (let first = 0; first < spans.length; first += mostSpans) {
    packed.fill(0);
    for (let span = first; span < Math.min(first + mostSpans, spans.length); span++) {
      const { row, from, until } = spans[span] as MemberSpan;
      const cells = rowOf(matrix, row);
      for (let column = 0; column < columns; column++) {
        const day = days[column] as number;
        if (day < from || day >= until) continue;
        packed[column] = (packed[column] as number) + (addends[(cells[column] as number) & 0xff] as number);
      }
    }
    unpack(packed, tally);
  }
  return tally;
}

function unpack(packed: Int32Array, { counts }: MemberTally): void {
  for (let column = 0, at = 0; column < packed.length; column++, at += tallySlots) {
    const sums = packed[column] as number;
    if (sums === 0) continue;
    let members = 0;
    for (let slot = 0; slot < tallySlots; slot++) {
      const count = (sums >>> (slot * bitsPerSlot)) & mostSpans;
      members += count;
      if (slot < membersSlot) counts[at + slot] = (counts[at + slot] as number) + count;
    }
    counts[at + membersSlot] = (counts[at + membersSlot] as number) + members;
  }
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
  return { members, spoke, support, neutral, oppose, absent, weightless: counts[at + weightlessSlot] as number };
}

/** Whether any member holds a position on a column or was absent. */
export function isSpokenOn({ counts }: MemberTally, column: number): boolean {
  const at = column * tallySlots;
  for (let slot = at; slot < at + membersSlot; slot++) if (counts[slot] !== 0) return true;
  return false;
}
