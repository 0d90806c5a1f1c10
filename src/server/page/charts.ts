/** The charts of the explorer page by the names in their addresses, with what a link to one is previewed with. `src/web/charts/names.ts` has the same names. */
export const charts = {
  trend: {
    title: 'Agreement over time',
    description: 'How the agreement of parties moved from year to year, when it turned, and where nothing is known.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly description: string }>>;

/** A chart by its name; null when there is none. */
export const chartCalled = (name: string): (typeof charts)[keyof typeof charts] | null =>
  Object.hasOwn(charts, name) ? charts[name as keyof typeof charts] : null; // it is one of them
