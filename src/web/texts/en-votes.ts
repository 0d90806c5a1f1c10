import type { RollCallOrder, TextScope, VoteResult } from '../generated/graphql.ts';
import { count, list } from './intl.ts';

/** The texts of the views of votes. */
export const votesTexts = {
  title: 'Votes',
  found: (number: number) => `${count(number)} ${number === 1 ? 'vote' : 'votes'}`,
  none: 'No vote fits. Try fewer words or filters.',
  nothingHeld: 'This ledger holds no votes yet. README says how those of the United Nations are imported.',
  words: 'Words of the text',
  wordsHint: 'such as “Palestine refugees” or “74/41”',
  more: 'Filters',
  clear: 'Remove all filters',
  years: 'Year or years',
  yearsHint: '1971 or 1971–1975',
  series: 'Session or series',
  seriesHint: '74 or ES-11',
  symbol: 'Symbol',
  symbolHint: 'A/RES/74/41',
  issue: 'Issue',
  anyIssue: 'Any issue',
  result: 'Result',
  anyResult: 'Any result',
  closeness: 'How close',
  order: 'Order',
  parties: (names: readonly string[]) => `With the votes of ${list(names)}`,
  withoutParties: 'Leave these out',
  text: 'The text',
  pages: 'Pages of votes',
  page: (shown: number, total: number) => `${count(shown)} of ${count(total)} votes`,
  first: 'From the beginning',
  next: 'Next votes',
  margins: [
    [null, 'Any margin'],
    [0.1, 'Within 10 % of yes and no'],
    [0.2, 'Within 20 %'],
    [0.5, 'Within 50 %'],
  ] as const satisfies readonly (readonly [number | null, string])[],
  orders: {
    TABLED_DESC: 'Latest first',
    TABLED_ASC: 'Earliest first',
    CLOSEST: 'Closest first',
    RELEVANCE: 'Best fit first',
  } satisfies Readonly<Record<RollCallOrder, string>>,
  results: {
    MORE_FOR: 'more yes than no',
    MORE_AGAINST: 'more no than yes',
    TIED: 'as many yes as no',
  } satisfies Readonly<Record<VoteResult, string>>,
  scopes: {
    WHOLE: null,
    PARAGRAPH: 'on a paragraph or another part',
    AMENDMENT: 'on an amendment',
    UNKNOWN: null,
  } satisfies Readonly<Record<TextScope, string | null>>,
  bodies: { UNGA: 'UN General Assembly', UNSC: 'UN Security Council' } as Readonly<Record<string, string>>,
  session: (series: string) =>
    /^ES-/.test(series)
      ? `emergency special session ${series.slice(3)}`
      : /^S-/.test(series)
        ? `special session ${series.slice(2)}`
        : `session ${series}`,
} as const;

/** What a country did in a vote. */
export type Voted = 'YES' | 'NO' | 'ABSTAINED' | 'ABSENT';

/** In the order in which they are shown. */
export const voted: readonly Voted[] = ['YES', 'NO', 'ABSTAINED', 'ABSENT'];

export const votedTexts: Readonly<
  Record<Voted, { readonly word: string; readonly sign: string; readonly counted: string }>
> = {
  YES: { word: 'Yes', sign: '+', counted: 'yes' },
  NO: { word: 'No', sign: '−', counted: 'no' },
  ABSTAINED: { word: 'Abstained', sign: '○', counted: 'abstained' },
  ABSENT: { word: 'Absent', sign: '·', counted: 'absent' },
};

/** The texts of the view of one vote. */
export const voteTexts = {
  kind: 'Vote',
  sums: (parts: readonly string[], result: string | null) => `${list(parts)}${result === null ? '' : `: ${result}`}.`,
  twoThirds: 'At least two thirds of the yes and no votes were yes.',
  noTwoThirds: 'Less than two thirds of the yes and no votes were yes.',
  text: 'What was voted on',
  asWritten: 'As the source writes it',
  unText: (symbol: string) => `The text at the UN (${symbol})`,
  record: 'Record of the vote',
  compare: 'Who agrees with whom on it',
  around: 'Votes of the same session',
  absencesUnknown: 'Nobody recorded who was absent: countries that are not listed were absent, or no members then.',
  who: 'Who voted how',
  filter: 'Find a country',
  map: 'World map of who voted how; the lists below say the same.',
  mapNote:
    'Hatched: no vote recorded. Hatched twice: it is disputed whose it is; no border here says whose an area is.',
  noneSo: 'none',
  blocs: 'Blocs, and who left them',
  blocsNote: 'The members of the day of the vote. A bloc stands where more than half of the members that voted are.',
  bloc: 'Bloc',
  members: 'Members',
  stands: 'Majority',
  left: 'Voted otherwise',
  nobody: 'nobody',
  split: 'split',
  moreOf: (number: number) => `and ${count(number)} more`,
  important: 'Important, as the US Department of State listed it',
  issues: 'Issues',
  note: 'Note',
  key: 'Key',
  loadingRest: 'Loading the rest…',
} as const;
