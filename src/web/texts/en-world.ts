import type { DisputedArea } from '../world/shapes/disputed-areas.ts';
import { some } from './en-answer.ts';
import { count } from './intl.ts';

/** The texts of the world map. */
export const worldTexts = {
  title: (name: string) => `Who agrees with ${name}`,
  titleBefore: 'Who agrees with whom, on the world map',
  chosen: 'Agreement with',
  countries: 'Countries',
  blocs: 'Blocs',
  picture: (name: string) => `World map of the agreement with ${name}; the list has its numbers.`,
  failed: 'The shapes of the countries could not be loaded; the list has all numbers.',
  quiet: 'Point at a country, or move through the list, to read it; follow it to compare.',
  itself: (name: string) => `${name} itself`,
  party: 'Party',
  value: 'Agreement',
  notKnown: 'not known',
  inWords: (name: string, value: string, shared: number) => `${name}: ${value} over ${some(shared, 'proposition')}`,
  unknown: (name: string) => `${name}: not known`,
  unknownCountries: (number: number) => `Not known: no number for ${some(number, 'country', 'countries')}`,
  disputedShort: 'disputed',
  nobody: (key: string) => `The ledger has no party with the key “${key}”.`,
  disputed: 'Hatched twice: it is disputed whose it is',
  listTitle: 'As a list',
  country: 'Country',
  bloc: 'Bloc',
  propositions: 'Propositions',
  few: (number: number, minimum: number) =>
    `${some(number, 'number')} ${number === 1 ? 'rests' : 'rest'} on fewer than ${count(minimum)} propositions.`,
  fewButton: 'Leave them out',
  none: (name: string) => `The ledger knows nothing on which both ${name} and another country hold a position here.`,
  unknownTitle: (number: number) => `Not known: ${some(number, 'country', 'countries')}`,
  unplacedTitle: (number: number) => `Not on the map: ${some(number, 'party', 'parties')}`,
  unplacedNote:
    'States that are no more, and others of which the map has no shape. The borders are those of today, whatever the day.',
  disputedTitle: 'Borders and disputed areas',
  disputedNote:
    'Shapes are those of world-atlas (Natural Earth 4.1), which draws countries as they are held, not as they are claimed. A border here says nothing about whose an area is. Hatched twice, and never in the colour of another party, are:',
  disputedRest:
    'Other disputes have no shape of their own in it and are not hatched, such as those over Kashmir, the Golan Heights, Abkhazia and South Ossetia, Transnistria, Abyei, the Hala’ib Triangle, the Essequibo and the southern Kurils.',
  areas: {
    crimea: ['Crimea', 'part of Ukraine by resolution 68/262 of the General Assembly, held by Russia since 2014'],
    falklands: ['Falkland Islands (Malvinas)', 'held by the United Kingdom, claimed by Argentina'],
    kosovo: [
      'Kosovo',
      'independent by its declaration of 2008, part of Serbia for Serbia and others; no member of the UN',
    ],
    'northern-cyprus': ['Northern Cyprus', 'part of Cyprus by resolution 541 (1983) of the Security Council'],
    palestine: [
      'Palestine',
      'observer state at the UN, under Israeli occupation; of it the map has the West Bank alone',
    ],
    somaliland: ['Somaliland', 'independent by its declaration of 1991, part of Somalia for the UN'],
    taiwan: ['Taiwan', 'governed from Taipei, claimed by China'],
    'western-sahara': [
      'Western Sahara',
      'a non-self-governing territory for the UN, held by Morocco up to the sand wall, claimed by the Sahrawi Arab Democratic Republic',
    ],
  } satisfies Readonly<Record<DisputedArea, readonly [string, string]>>,
} as const;
