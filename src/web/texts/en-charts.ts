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
} as const;
