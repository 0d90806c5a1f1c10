import type { StructureLeftOutReason } from '../generated/graphql.ts';
import { some } from './en-answer.ts';
import { count, list } from './intl.ts';

/** The texts that all charts share. */
export const chartTexts = {
  what: 'the chart',
  tabsOf: 'Pictures of the whole ledger',
  tabs: { world: 'World', map: 'Map of parties', groups: 'Groups', matrix: 'Matrix', coverage: 'Coverage' },
  notLoaded: 'This chart could not be loaded. Load the page again.',
  notes: 'What the marks mean',
  table: 'As a table',
  tableOf: (title: string) => `${title}: as a table`,
  share: 'Take it away',
  source: 'Source: Concord, ',
  ownLink: 'Link to this chart',
  back: 'Open in Concord',
  embed: 'Embed it in a page',
  embedHow:
    'It follows the light or dark scheme of whoever looks; add &theme=light or &theme=dark to fix it. Without asOf and revision it shows the newest.',

  bands: (sizes: readonly number[]) =>
    `Framed: ${some(sizes.length, 'group')}, with ${list(sizes.map((size) => count(size)))} parties`,
  unknownPairs: (number: number) => `Not known: no number for ${count(number)} of the pairs`,
  others: (number: number) => `${count(number)} more`,
  showAll: (number: number) => `Show all ${count(number)}`,
  leftOutTitle: (number: number) => `Left out: ${some(number, 'party', 'parties')}`,
  leftOutSilent: (number: number) =>
    `${some(number, 'party', 'parties')} ${number === 1 ? 'holds' : 'hold'} no position here at all.`,

  leftOut: {
    HOLDS_TOO_LITTLE: 'holds too few positions',
    NO_POSITION: 'holds no position',
    PAIR_UNKNOWN: 'shares nothing with some party on the map',
    SHARES_TOO_LITTLE: 'shares too little with the others',
  } satisfies Readonly<Record<StructureLeftOutReason, string>>,
} as const;
