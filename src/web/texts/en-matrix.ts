import { some } from './en-answer.ts';
import { count } from './intl.ts';

const propositions = (number: number) => some(number, 'proposition');

/** The texts of the matrix. */
export const matrixTexts = {
  title: 'Who agrees with whom',
  titleOf: (parties: number) => `How ${some(parties, 'party', 'parties')} agree, pair by pair`,
  noPairs: (parties: number) =>
    `There are no pairs here: ${parties === 0 ? 'nobody holds a position' : 'only one party holds a position'} in this scope. Take more issues, another day or other parties.`,
  and: ' and ',

  controls: {
    order: 'Order',
    orders: { likeness: 'by likeness', name: 'by name', groups: 'by groups' },
    everybody: 'All countries that hold a position on it.',
    allCountries: 'All countries',
  },

  legend: {
    label: 'Scale',
    orLess: 'or less',
    unlike: 'unlike',
    chance: 'chance',
    halfWay: 'half way',
    alike: 'alike',
    unknownShort: 'not known',
  },

  map: {
    label: 'Agreement of every party with every party',
    keys: 'Arrow keys move from cell to cell, Home and End along a row, Page up and Page down by ten rows. Enter opens the comparison of the two.',
    how: 'Point at a cell, tap it or move with the arrow keys to read it; follow it to compare.',
    holds: (positions: number) => `holds ${some(positions, 'position')} here.`,
    noNumber: (why: string) => `No number. ${why}`,
    byMeasure: (measure: string, shared: number) => `${measure.toLowerCase()} over ${propositions(shared)}`,
    compare: 'Compare them',
    size: 'Size of the map',
    smaller: 'Smaller',
    larger: 'Larger',
    fits: 'fits',
    zoom: (times: number) => `${count(times)} ×`,
  },

  pair: {
    itself: (name: string, positions: number) => `${name} itself: ${some(positions, 'position')}`,
    unknown: (names: string) => `${names}: unknown`,
    known: (names: string, value: string, shared: number) => `${names}: ${value} over ${propositions(shared)}`,
    tooFew: (shared: number, minimum: number) =>
      `Positions of both are known on ${propositions(shared)}, fewer than the minimum of ${count(minimum)}.`,
    noValue: 'What is known of both has no value by this measure.',
  },

  pairs: {
    title: 'Pair by pair',
    of: 'Pairs of',
    everyParty: 'every party',
    sorted: 'Sorted',
    orders: {
      highest: 'most alike first',
      lowest: 'least alike first',
      'most-shared': 'most evidence first',
    },
    caption: (pairs: number, order: string) => `${some(pairs, 'pair')}, ${order}`,
    parties: 'Parties',
    propositions: 'Propositions',
    evidence: 'Evidence',
    unknown: 'unknown',
    compare: 'Compare',
    compareWhom: (one: string, other: string) => `${one} and ${other}`,
    more: (next: number, rest: number) => `Show ${count(next)} more of ${count(rest)}`,
  },
} as const;
