import type { Side } from '../generated/graphql.ts';
import { some } from './en-answer.ts';
import { count, decimal, percent } from './intl.ts';

/** The texts of the view of groups. */
export const groupsTexts = {
  heading: 'Who stands with whom, in groups',
  title: (parties: number, groups: number) =>
    groups === 1
      ? `${some(parties, 'party', 'parties')} in one group: nothing parts them clearly`
      : `${some(parties, 'party', 'parties')} in ${count(groups)} groups`,
  none: 'Too little is known here of several parties to put them into groups.',
  number: 'How many groups',
  automatic: 'as many as suit best',
  held: 'Who is in',
  heldOptions: [
    ['0', 'everybody with a position'],
    ['0.1', 'holds 10 % of the propositions'],
    ['0.3', 'holds 30 %'],
    ['0.5', 'holds half'],
    ['0.8', 'holds 80 %'],
  ] as const,
  how: 'Parties that agree most are put together first (average linkage). The bar says how clearly a party belongs to its group; without a bar it is as near to another one.',
  group: (number: number) => `Group ${count(number)}`,
  within: (within: number | null, outside: number | null) =>
    [
      within === null ? null : `${percent(within)} agreement within`,
      outside === null ? null : `${percent(outside)} with the others`,
    ]
      .filter((one) => one !== null)
      .join(', '),
  member: (name: string, silhouette: number) => `${name}, ${decimal(silhouette, 2)}`,
  apart: 'What sets it apart',
  side: { SUPPORT: 'for', OPPOSE: 'against' } satisfies Readonly<Record<Side, string>>,
  blocs: 'Blocs beside the groups',
  blocsNote: (day: string) =>
    `How many members of ${day} are in each group. The likeness is Jaccard’s index with the group that is most like the bloc: 100 % means the same parties.`,
  bloc: 'Bloc',
  likeness: 'Likeness',
  onlyBloc: 'In the bloc, not in that group',
  bridges: 'Bridges',
  bridgesNote:
    'Who agrees with both of two groups more than they agree with each other. Of the members of a group about half do so by a little; the margin says by how much.',
  party: 'Party',
  own: 'Its group',
  between: 'Between',
  pair: (first: number, second: number) => `${count(first)} and ${count(second)}`,
  withEach: 'Agrees with them',
  eachOther: 'They with each other',
  margin: 'Margin',
  more: (number: number) => `${count(number)} more with smaller margins.`,
  numbers: 'Would another number of groups suit better?',
  numbersNote:
    'Mean silhouette of each number of groups: the higher, the clearer the groups. Where they are nearly equal, nearly nothing decides between them.',
  matrix: 'The same in the matrix',
  map: 'On the map of parties',
  clarity: 'Clarity',
} as const;
