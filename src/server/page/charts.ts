/** The charts of the explorer page by the names in their addresses, with what a link to one is previewed with. `src/web/charts/names.ts` has the same names. */
export const charts = {
  compare: {
    title: 'Where parties agree',
    description: 'Positions side by side: which party holds which, where they agree, and on what evidence.',
  },
  matrix: {
    title: 'Who agrees with whom',
    description: 'The agreement of every pair of parties, as a map and as a table.',
  },
  trend: {
    title: 'Agreement over time',
    description: 'How the agreement of parties moved from year to year, when it turned, and where nothing is known.',
  },
  world: {
    title: 'Who agrees with whom, on the world map',
    description: 'The agreement of a country or a bloc with every country, on a map of the world and as a list.',
  },
  map: {
    title: 'Who stands near whom, year by year',
    description: 'Countries as points that are near to each other where they agree, year by year, in groups.',
  },
  groups: {
    title: 'Who stands with whom, in groups',
    description:
      'The countries in groups, what sets each apart, the blocs of the day beside them, and who stands between.',
  },
  coverage: {
    title: 'What is known of whom, on what',
    description: 'On how many propositions of each issue the position of each country is recorded.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly description: string }>>;

/** A chart by its name; null when there is none. */
export const chartCalled = (name: string): (typeof charts)[keyof typeof charts] | null =>
  Object.hasOwn(charts, name) ? charts[name as keyof typeof charts] : null; // it is one of them
