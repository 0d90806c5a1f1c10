import type { SearchKind } from '../generated/graphql.ts';
import { count } from './intl.ts';

/** The texts of the search over everything. */
export const searchTexts = {
  label: 'Search parties, propositions, votes and documents',
  short: 'Search',
  all: (text: string, number: number) => `All ${count(number)} hits for “${text}”`,
  none: (text: string) => `Nothing is found for “${text}”.`,
  hits: (number: number) => `${count(number)} ${number === 1 ? 'hit' : 'hits'}`,
  title: (text: string) => (text === '' ? 'Search' : `Search: ${text}`),
  advice: 'Every word has to be found; small typos are tolerated. Try fewer words, or a name or symbol.',
  begin: 'Type a country by any of its names, an issue, words of a resolution, or a symbol such as A/RES/74/41.',
  more: (kind: SearchKind, number: number) => `All ${count(number)} ${kinds[kind].many}`,
  compare: (names: string) => `Compare ${names}`,
} as const;

const kinds = {
  PARTY: { one: 'party', many: 'parties', heading: 'Parties' },
  ISSUE: { one: 'issue', many: 'issues', heading: 'Issues' },
  CLAIM: { one: 'proposition', many: 'propositions', heading: 'Propositions' },
  ROLL_CALL: { one: 'vote', many: 'votes', heading: 'Votes' },
  DOCUMENT: { one: 'document', many: 'documents', heading: 'Documents' },
  PASSAGE: { one: 'passage', many: 'passages', heading: 'Passages' },
} as const satisfies Readonly<Record<SearchKind, { one: string; many: string; heading: string }>>;

export const kindTexts: Readonly<
  Record<SearchKind, { readonly one: string; readonly many: string; readonly heading: string }>
> = kinds;
