import type { SeriesLeftOutReason, SeriesPeriod } from '../generated/graphql.ts';
import { capital, named, some, who } from './en-answer.ts';
import { count, list } from './intl.ts';

const each: Readonly<Record<SeriesPeriod, string>> = {
  YEAR: 'year by year',
  QUARTER: 'quarter by quarter',
  MONTH: 'month by month',
  SESSION: 'session by session',
};

const mostNamed = 4;

/** The texts of the line chart over time. */
export const trendTexts = {
  title: (names: readonly string[], by: SeriesPeriod) =>
    names.length === 0 ? 'Agreement over time' : `${capital(who(names))}: agreement ${each[by]}`,
  titleBy: (names: readonly string[], by: SeriesPeriod, lines: 'issues' | 'pairs') =>
    `${capital(who(names))}: agreement ${each[by]}, ${lines === 'issues' ? 'issue by issue' : 'pair by pair'}`,
  titleWith: (one: string, others: readonly string[], by: SeriesPeriod) =>
    `${capital(named(one))} with ${others.length > mostNamed ? `each of ${count(others.length)} others` : who(others)}: agreement ${each[by]}`,
  /** A period as it stands alone: 2019, Session 74. */
  period: (by: SeriesPeriod, label: string) => (by === 'SESSION' ? `Session ${label}` : label),
  what: 'the trend',
  choose: 'Name two parties or more in the address, such as ?parties=CN,RU.',
  nothing: 'There is no period in which positions of two of them are known here.',
  lines: 'A line for',
  linesOf: { together: 'all of them together', issues: 'each issue', pairs: 'each pair' },
  twoTogether: 'all issues together',
  pairsOf: 'Pairs of',
  by: 'By',
  periods: { YEAR: 'year', QUARTER: 'quarter', MONTH: 'month', SESSION: 'session' } satisfies Record<
    SeriesPeriod,
    string
  >,
  slider: (by: SeriesPeriod) => ({ YEAR: 'Year', QUARTER: 'Quarter', MONTH: 'Month', SESSION: 'Session' })[by],
  how: 'Point at the chart, or go through it with the arrow keys.',
  unknown: 'not known',
  over: (shared: number) => `over ${some(shared, 'proposition')}`,
  between: (low: string, high: string) => `probably ${low} to ${high}`,
  signed: (titles: readonly string[], more: number) =>
    `Signed by all: ${list([...titles.map((title) => `“${title}”`), ...(more > 0 ? [`${count(more)} more`] : [])])}.`,
  legend: 'Lines',
  marks: {
    gap: 'A gap: nothing is known of both',
    few: (fewest: number) => `A hollow mark on a thin line: fewer than ${count(fewest)} propositions`,
    turn: 'A diamond: a turning point',
    event: 'A triangle: a document that all signed',
    band: 'The band: where the value would probably lie',
  },
  turns: (number: number) => some(number, 'turning point'),
  turn: (line: string | null, when: string, before: string, after: string) =>
    `${line === null ? '' : `${line}, `}${when}: from ${before} to ${after}`,
  movers: 'Moved most by: ',
  turnsHow: 'Where the level changed, by least squares; a slow drift is cut into steps all the same.',
  leftOut: (number: number, reasons: string) => `${some(number, 'proposition')} counted at no point: ${reasons}.`,
  reasons: {
    ABSENCES_NOT_RECORDED: 'absences were not recorded',
    DAY_NOT_KNOWN: 'the day is not known well enough',
    NO_POSITION: 'none of them holds a position',
    ONE_POSITION: 'no two of them hold a position at the same time',
    POSITIONS_EXCLUDED: 'positions are left out',
    UNANIMOUS_ROLL_CALL: 'the vote was unanimous',
  } satisfies Record<SeriesLeftOutReason, string>,
  unread: (number: number) => `${count(number)} more lines are in the table.`,
  columns: {
    line: 'Line',
    period: 'Period',
    from: 'From',
    until: 'Until',
    value: 'Agreement',
    shared: 'Propositions',
    reason: 'Why not',
    turn: 'Turning point',
  },
} as const;
