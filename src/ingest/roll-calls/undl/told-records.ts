import type { StagedFile } from '../reader.ts';
import type { ReadRollCall, UndlRecords } from './stage-rows.ts';
import type { SubjectIndex } from './subjects.ts';

/** What was read of the files, in numbers. */
export interface ToldRecords {
  readonly rollCalls: number;
  readonly votes: number;
  readonly absences: number;
  /** Rows about decisions without a vote. */
  readonly withoutVote: number;
  /** Rows from before `since`. */
  readonly before: number;
  /** Roll calls whose tally, as the file states it, differs from their votes. */
  readonly otherTallies: number;
  /** Roll calls that have subjects. */
  readonly withSubjects: number;
  /** How many of these have no subject that belongs to an issue. */
  readonly withoutIssue: number;
}

/** Counts what was read. */
export function toldRecords(
  { rollCalls, votes, absent, withoutVote, before }: UndlRecords,
  subjects: SubjectIndex,
): ToldRecords {
  const all = [...rollCalls.values()];
  const described = all.filter((rollCall) => rollCall.subjects.length > 0);
  const isMapped = (rollCall: ReadRollCall) =>
    rollCall.subjects.some((subject) => subjects.issuesOf(subject, rollCall.day).length > 0);
  return {
    rollCalls: all.length,
    votes,
    absences: absent,
    withoutVote,
    before,
    otherTallies: all.filter(hasOtherTally).length,
    withSubjects: described.length,
    withoutIssue: described.filter((rollCall) => !isMapped(rollCall)).length,
  };
}

const hasOtherTally = ({ tally, counted }: ReadRollCall) =>
  tally.some((stated, place) => stated !== null && stated !== counted[place]);

const mostNamed = 20;

/** A warning for each roll call whose stated tally differs from its votes; of many, the first. */
export function tallyWarnings({ rollCalls }: UndlRecords, files: readonly StagedFile[]): string[] {
  const other = [...rollCalls.values()].filter(hasOtherTally);
  const lines = other.slice(0, mostNamed).map(({ file, line, id, symbol, tally, counted }) => {
    const stated = tally.map((count) => count ?? '?').join('-');
    return `Warning: ${files[file]?.path}:${line}: the roll call ${id} (${symbol ?? 'no symbol'}) states the tally ${stated}, its votes are ${counted.join('-')}.`;
  });
  const more = other.length - lines.length;
  return more > 0 ? [...lines, `Warning: the tallies of ${more} more roll calls differ from their votes.`] : lines;
}
