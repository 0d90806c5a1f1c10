import { some } from './en-answer.ts';
import { count } from './intl.ts';

/** The texts of the pages of records: parties, issues, propositions and documents. */
export const recordTexts = {
  notThere: 'Not in the ledger',
  noSuch: (what: string, key: string, revision: number | null) =>
    `The ledger has no ${what} with the key “${key}”${revision === null ? '' : ` at revision ${count(revision)}`}. It may be mistyped, or have come later.`,
  kinds: { party: 'party', issue: 'issue', proposition: 'proposition', document: 'document', vote: 'vote' },
  comparePositions: 'Compare positions',
  asItStood: 'As it stood on',
  asKnownAt: (revision: number) => `as known at revision ${count(revision)} of the ledger`,
  key: 'Key',

  party: 'Party',
  proposition: 'Proposition',
  position: 'Position',
  held: 'Held',
  basis: 'Basis',
  whatShows: (party: string, proposition: string) => `: what shows that of ${party} on “${proposition}”`,
  whatShowsOf: (what: string) => `: what shows that of ${what}`,
  since: (day: string) => `since ${day}`,
  sinceUntil: (from: string, until: string | null) => `since ${from}${until === null ? '' : `, until ${until}`}`,
  overTime: 'Over time',
  asTable: 'As a table',
  shownOf: (shown: number, total: number) => `${count(shown)} of ${some(total, 'position')} are shown.`,
  span: (verb: string, from: string, until: string | null) =>
    `${verb} from ${from}${until === null ? '' : ` until ${until}`}`,
  pages: {
    votes: {
      label: 'Pages of votes',
      next: 'Next votes',
      of: (shown: number, total: number) => `${count(shown)} of ${some(total, 'vote')}`,
    },
    propositions: {
      label: 'Pages of propositions',
      next: 'Next propositions',
      of: (shown: number, total: number) => `${count(shown)} of ${some(total, 'proposition')}`,
    },
  },
  first: 'From the beginning',

  became: ' became ',
  changed: 'What changed lately',
  moved: 'Who moved',
  nearest: 'Nearest',
  farthest: 'Farthest',
  neighbours: 'Who it agrees with',
  onClaims: 'on claims',
  inVotes: (from: string) => `in votes since ${from}`,
  shared: (number: number) => `${count(number)} shared`,
  fewest: (number: number) =>
    `Countries with at least ${count(number)} propositions on which both positions are known.`,
  onWorldMap: (on: string) => `All countries ${on}, on the world map`,
  searchVotes: (name: string) => `Search the votes of ${name}`,
  searchIssue: 'Search its votes',
  glance: 'Where everybody stands',
  grid: 'Positions by party and proposition',
  glanceNote:
    'A row for each party, a column for each proposition; the sign says the position. Hatched: nothing is known by that day.',
  others: (number: number) => `${count(number)} more ${number === 1 ? 'party' : 'parties'} with fewer positions`,
  whoAgrees: 'Who agrees with whom',
} as const;
