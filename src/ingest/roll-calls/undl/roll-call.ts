import { cleaned, type FieldProblem, isDay, shown } from '../../read/csv-reader.ts';
import { expectedSession, sessionOf } from '../session.ts';
import type { Column, UndlBody } from './read/columns.ts';
import { withoutLibraryEnding } from './title.ts';

/** The fields of a record by column; empty where a file has no such column. */
export type UndlFields = (column: Column) => string;

/** A roll call in the form of the ledger. */
export interface UndlRollCall {
  readonly id: number;
  readonly body: UndlBody;
  readonly publisher: string;
  readonly day: string;
  readonly session: number;
  /** Null where it is the number of the session. */
  readonly series: string | null;
  readonly symbol: string | null;
  readonly text: string;
  readonly draft: string | null;
  readonly meeting: string | null;
  readonly address: string;
  /** Subject headings, without repetition. */
  readonly subjects: readonly string[];
  /** Yes, no and abstentions as the file counts them; null where it does not. */
  readonly tally: readonly (number | null)[];
}

/** The record number of a roll call in the library; null for none. */
export const undlIdOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export const expectedId = 'the number of a record, such as 4076672';

/** The Charter of the United Nations entered into force. */
const firstDay = '1945-10-24';

/** The roll call in a record, or every problem with its fields. */
export function undlRollCallOf(id: number, body: UndlBody, field: UndlFields): UndlRollCall | readonly FieldProblem[] {
  const day = field('date');
  if (!isDay(day) || day < firstDay)
    return [{ found: shown('date', day), expected: 'a valid date since the Charter, such as 2022-03-02' }];
  // The Security Council has no sessions; its resolutions are numbered through and told by their year.
  const session =
    body === 'UNGA'
      ? sessionOf(field('session').trim(), day)
      : { session: Number(day.slice(0, 4)), series: day.slice(0, 4) };
  if (session === null) return [{ found: shown('session', field('session')), expected: expectedSession }];
  const symbol = cleaned(field('resolution'));
  const title = cleaned(field('title') || field('description')) ?? cleaned(field('agenda_title') || field('agenda'));
  const link = field('undl_link').trim();
  return {
    id,
    body,
    publisher: body === 'UNGA' ? 'UN General Assembly' : 'UN Security Council',
    day,
    session: session.session,
    series: session.series === String(session.session) ? null : session.series,
    symbol,
    text: (title === null ? null : withoutLibraryEnding(title)) || symbol || `Roll call ${id}`,
    draft: cleaned(field('draft')),
    meeting: cleaned(field('meeting')),
    address: /^https?:\/\/\S+$/.test(link) ? link : `https://digitallibrary.un.org/record/${id}`,
    subjects: [
      ...new Set(
        field('subjects')
          .split('|')
          .flatMap((subject) => cleaned(subject) ?? []),
      ),
    ],
    tally: [field('total_yes'), field('total_no'), field('total_abstentions')].map(countOf),
  };
}

/** A total, which older versions write as 120.0; null for none. */
const countOf = (text: string): number | null => (/^\d+(\.0*)?$/.test(text.trim()) ? Number(text) : null);
