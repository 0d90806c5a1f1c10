/** What a mark of a vote says: a position, or that the state did not vote (null). Undefined for no mark of these files. */
export function positionOf(mark: string): string | null | undefined {
  return marks.get(mark) ?? (marks.has(mark.trim()) ? marks.get(mark.trim()) : undefined);
}

// Version 3 and later write X for who did not vote, version 2 nothing or a space, version 1 NV.
const marks: ReadonlyMap<string, string | null> = new Map([
  ['Y', 'SUPPORT'],
  ['A', 'NEUTRAL'],
  ['N', 'OPPOSE'],
  ['X', null],
  ['NV', null],
  ['', null],
]);

export const expectedMark = 'Y, N, A, X, NV or an empty field';

/** Whether a decision of the Security Council was put to the vote, as its modality says; a resolution can be adopted without one. */
export const isVote = (modality: string): boolean =>
  /\bvot(?:e|ing)\b/i.test(modality) && !/\b(?:without|no|non)\b/i.test(modality);
