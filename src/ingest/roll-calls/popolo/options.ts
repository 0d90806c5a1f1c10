import type { Position } from '#postgres/generated/enums.ts';

/** What an option says: a position, or null for an absence. */
export type Meaning = Extract<Position, 'SUPPORT' | 'OPPOSE' | 'NEUTRAL'> | null;

/** The options of Popolo's code list, and of Open Civic Data beside it. Who is paired, present or excused could vote and did not. */
const listed: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['yes', 'SUPPORT'],
  ['no', 'OPPOSE'],
  ['abstain', 'NEUTRAL'],
  ['absent', null],
  ['not voting', null],
  ['paired', null],
  ['present', null],
  ['excused', null],
]);

/** Words for what an option can be said to mean. */
export const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['yes', 'SUPPORT'],
  ['no', 'OPPOSE'],
  ['abstain', 'NEUTRAL'],
  ['absent', null],
]);

/** The options of a file: those listed, and those that its user explains. */
export const optionsWith = (explained: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Meaning> =>
  new Map([...listed, ...explained]);
