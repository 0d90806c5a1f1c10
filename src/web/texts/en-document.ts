import type { SignatoryRole } from '../generated/graphql.ts';

/** The texts of the page of a document. */
export const documentTexts = {
  kind: 'Document',
  date: 'Date',
  publisher: 'Published by',
  symbol: 'Symbol',
  checked: 'Checked',
  readAt: 'Read it at',
  shows: 'Positions that it shows',
  showsNone: 'No position in the ledger rests on it.',
  showsOf: (title: string) => `Positions that “${title}” shows`,
  passages: 'Passages',
  signatories: 'Signatories',
  notShown: 'A party that is not shown',
  roles: {
    SIGNED: 'signed it',
    ADOPTED: 'adopted it',
    ASSOCIATED: 'associated itself with it',
    ACCEDED: 'acceded to it',
  } satisfies Readonly<Record<SignatoryRole, string>>,
  on: (role: string, day: string) => `${role} on ${day}`,
  compareThen: 'Compare them on that day',
} as const;
