/** The texts of the pages of issues and propositions. */
export const issueTexts = {
  kind: 'Issue',
  curated: 'Curated',
  closely: 'closely, as one of the main issues',
  inBulk: 'in bulk',
  compareMost: 'Compare those who spoke most',
  propositions: 'Propositions',
  noPropositions: (name: string) => `None is about ${name} yet.`,
  nobody: 'Nobody’s position is known by that day.',
  counts: 'How many parties hold which position',
  issues: (number: number) => (number === 1 ? 'Issue' : 'Issues'),
  whoAgreesOnIt: 'Who agrees with whom on it',
  allPositions: (text: string) => `All positions on “${text}”`,
  whoHolds: 'Who holds what on that day',
  othersUnknown: 'Of all other parties the ledger knows no position on it.',
  documents: 'Documents',
} as const;
