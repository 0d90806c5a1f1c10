import { count, percent } from './intl.ts';

/** The texts of the view of coverage. */
export const coverageTexts = {
  heading: 'What is known of whom, on what',
  title: (held: number, all: number) =>
    `${count(held)} of ${count(all)} positions are known: ${percent(held / Math.max(1, all))}`,
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
} as const;
