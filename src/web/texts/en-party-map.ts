import { some } from './en-answer.ts';
import { decimal, list, percent } from './intl.ts';

/** The texts of the map of parties. */
export const partyMapTexts = {
  heading: 'Who stands near whom, year by year',
  title: (year: string) => `Who stood near whom in ${year}`,
  none: 'In no year enough is known here of several parties to place them on a map.',
  play: 'Play',
  pause: 'Pause',
  year: 'Year',
  quiet: 'Point at a party to read it; click to follow it through the years.',
  nobodyRead: 'No party is chosen.',
  keys: 'Arrow keys move to the nearest party in that direction, Enter follows it through the years.',
  picture: (year: string, parties: number) => `Map of ${some(parties, 'party', 'parties')} in ${year}`,
  near: (name: string, others: readonly string[]) => `${name}: nearest on the map are ${list(others)}`,
  notOnMap: (name: string, year: string) => `${name} is not on the map of ${year}.`,
  quality: (shares: readonly (number | null)[], stress: number | null) =>
    `Of this year the axes show ${list(shares.map((share) => (share === null ? '–' : percent(share))))} of what tells parties apart${stress === null ? '' : `; stress ${decimal(stress, 2)}, 0 being exact`}.`,
  how: 'The nearer two parties, the more they agree. The axes mean nothing by themselves; each map is turned so that it fits the one before.',
  scale: (distance: number) => `${percent(distance)} less agreement`,
  party: 'Party',
  group: 'Group',
  across: 'Axis 1',
  up: 'Axis 2',
  nearest: 'Nearest on the map',
  /** A letter rather than a number: it stays with a group through the years, whichever is the largest. */
  groupLetter: (colour: number) => String.fromCharCode(65 + colour),
  groupInWords: (letter: string, size: number, names: readonly string[]) =>
    `Group ${letter}: ${names.length > 0 ? list(names) : some(size, 'party', 'parties')}`,
} as const;
