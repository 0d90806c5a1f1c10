import type { ProblemList } from '../../outcome.ts';

/** The columns that are read of the files of both bodies. */
const ofBoth = [
  ...['undl_id', 'ms_code', 'ms_name', 'ms_vote', 'date', 'resolution', 'draft', 'meeting', 'subjects', 'undl_link'],
  ...['total_yes', 'total_no', 'total_abstentions'],
] as const;

/** The columns that are read; those of the other body are empty. */
export const columns = [...ofBoth, 'session', 'title', 'agenda_title', 'description', 'modality', 'agenda'] as const;

export type Column = (typeof columns)[number];

/** Columns of the files of which nothing is recorded. */
const known: ReadonlySet<string> = new Set([
  ...columns,
  ...['committee_report', 'vote_note', 'total_non_voting', 'total_ms', 'permanent_member'],
]);

const alwaysRequired = ['undl_id', 'ms_code', 'ms_vote', 'date', 'resolution'] as const;

const bodies = {
  UNGA: { required: [...alwaysRequired, 'session', 'title'], record: 4060887, of: 'the General Assembly' },
  UNSC: { required: [...alwaysRequired, 'description', 'modality'], record: 4055387, of: 'the Security Council' },
} as const;

export type UndlBody = keyof typeof bodies;

/** Names of columns that only version 1 of the files has. */
const ofVersion1 = ['ms_codes', 'ms_names', 'ms_votes', 'dates', 'resolutions', 'titles'];

const addressOf = (record: number) => `https://digitallibrary.un.org/record/${record}`;

/** Where the file of a body is to be had, in a browser. */
export const whereToFetch = Object.values(bodies)
  .map(({ record, of }) => `${addressOf(record)} (${of})`)
  .join(' or ');

export interface UndlHeader {
  readonly body: UndlBody;
  /** For each of `columns` its index in a record, or -1. */
  readonly order: readonly number[];
  /** Columns that no version is known to have. */
  readonly unknown: readonly string[];
}

/** What a header says; null if it is of no file that can be read, which is added to the problems. Columns may be in any order. */
export function readHeader(header: readonly string[], at: string, problems: ProblemList): UndlHeader | null {
  const old = header.filter((name) => ofVersion1.includes(name));
  if (old.length > 0 || header.length === 0) {
    const found = header.length === 0 ? 'an empty file' : `the header of version 1 of the file (${old.join(', ')})`;
    problems.add({ at, found, expected: `the newest version, downloaded in a browser from ${whereToFetch}` });
    return null;
  }
  const body: UndlBody = header.includes('modality') || header.includes('description') ? 'UNSC' : 'UNGA';
  const { required, of } = bodies[body];
  const missing = required.filter((name) => !header.includes(name));
  const twice = header.filter((name, index) => name !== '' && header.indexOf(name) !== index);
  const expected = `the columns of the voting file of ${of}: ${required.join(', ')} and others`;
  if (missing.length > 0) problems.add({ at, found: `no column ${missing.join(', ')}`, expected });
  if (twice.length > 0) problems.add({ at, found: `a second column ${twice.join(', ')}`, expected });
  if (missing.length + twice.length > 0) return null;
  const unknown = header.filter((name) => !known.has(name));
  return { body, order: columns.map((name) => header.indexOf(name)), unknown };
}
