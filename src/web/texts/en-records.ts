import { count } from './intl.ts';

/** The texts of what the pages of parties and issues show besides their records. */
export const recordTexts = {
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
  noNeighbours: 'No country shares enough with it.',
  searchVotes: (name: string) => `Search the votes of ${name}`,
  searchIssue: 'Search its votes',
  glance: 'Where everybody stands',
  grid: 'Positions by party and proposition',
  glanceNote:
    'A row for each party, a column for each proposition; the sign says the position. Hatched: nothing is known by that day.',
  party: 'Party',
  others: (number: number) => `${count(number)} more ${number === 1 ? 'party' : 'parties'} with fewer positions`,
} as const;
