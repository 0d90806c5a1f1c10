import type { NeutralPolicy, Side, StructureLeftOutReason } from '../generated/graphql.ts';
import type { DisputedArea } from '../world/shapes/disputed-areas.ts';
import { some } from './en-answer.ts';
import { count, decimal, list, percent } from './intl.ts';

/** The texts of the pictures: the world map, the map of parties, groups, coverage. */
export const mapsTexts = {
  bands: (sizes: readonly number[]) =>
    `Framed: ${some(sizes.length, 'group')}, with ${list(sizes.map((size) => count(size)))} parties`,
  unknownPairs: (number: number) => `Not known: no number for ${count(number)} of the pairs`,
  filters: {
    measure: 'Measure',
    neutral: 'Neutral positions',
    neutrals: {
      KEEP: 'count half way',
      EXCLUDE: 'are left out',
      COUNT_AS_OPPOSE: 'count as against (roll calls)',
    } satisfies Readonly<Record<NeutralPolicy, string>>,
    minimum: 'At least shared',
  },
  coverage: {
    heading: 'What is known of whom, on what',
    title: (held: number, all: number) =>
      `${count(held)} of ${count(all)} positions are known: ${percent(held / Math.max(1, all))}`,
    loading: 'what is known',
    none: 'There is no proposition here.',
    how: 'A number says on how many propositions of an issue the position of a party is recorded; the darker, the larger the share. Hatched: on none. Nothing recorded does not mean that nothing was said.',
    legend: 'Positions recorded, the darker the larger the share of the propositions; hatched: none',
    caption: 'Positions known, by party and issue',
    party: 'Party',
    of: (propositions: number) => `of ${count(propositions)}`,
    noIssue: 'On no issue',
    cell: (
      party: string,
      issue: string,
      { held, absent, unknown, propositions }: Readonly<Record<'held' | 'absent' | 'unknown' | 'propositions', number>>,
    ) =>
      `${party}, ${issue}: ${count(held)} of ${count(propositions)} known${absent > 0 ? `, absent from ${count(absent)}` : ''}, ${count(unknown)} unknown.`,
    issue: 'Issue',
    propositions: 'Propositions',
    known: 'Known',
    absentColumn: 'Absent',
    unknown: 'Unknown',
    latestColumn: 'Last confirmed',
    latest: (day: string) => `Last confirmed ${day}.`,
    order: 'Order',
    orders: [
      ['known', 'most known first'],
      ['name', 'by name'],
    ] as const,
    link: 'What is known of it',
  },
  others: (number: number) => `${count(number)} more`,
  showAll: (number: number) => `Show all ${count(number)}`,

  world: {
    title: (name: string) => `Who agrees with ${name}`,
    titleBefore: 'Who agrees with whom, on the world map',
    chosen: 'Agreement with',
    countries: 'Countries',
    blocs: 'Blocs',
    picture: (name: string) => `World map of the agreement with ${name}; the list has its numbers.`,
    loading: 'the map',
    failed: 'The shapes of the countries could not be loaded; the list has all numbers.',
    quiet: 'Point at a country, or move through the list, to read it; follow it to compare.',
    itself: (name: string) => `${name} itself`,
    party: 'Party',
    value: 'Agreement',
    notKnown: 'not known',
    inWords: (name: string, value: string, shared: number) => `${name}: ${value} over ${some(shared, 'proposition')}`,
    unknown: (name: string) => `${name}: not known`,
    territory: (territory: string, state: string) => `${state} (${territory})`,
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
    link: 'On the world map',
  },

  map: {
    heading: 'Who stands near whom, year by year',
    title: (year: string) => `Who stood near whom in ${year}`,
    loading: 'the map of parties',
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
  },
  groups: {
    heading: 'Who stands with whom, in groups',
    title: (parties: number, groups: number) =>
      groups === 1
        ? `${some(parties, 'party', 'parties')} in one group: nothing parts them clearly`
        : `${some(parties, 'party', 'parties')} in ${count(groups)} groups`,
    loading: 'the groups',
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
  },
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
