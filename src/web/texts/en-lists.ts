import { count } from './intl.ts';

/** The texts of the lists of records. */
export const listsTexts = {
  find: 'Find',
  none: 'Nothing here is called so.',
  part: (shown: number, total: number) =>
    `${count(shown)} of ${count(total)} are shown; find the others by their words.`,
  issues: 'Issues',
  issuesHint: 'such as “Taiwan”',
  about: (number: number) => `${count(number)} ${number === 1 ? 'proposition' : 'propositions'}`,
  parties: 'Parties',
  partiesHint: 'such as “Korea” or “NATO”',
  blocs: 'Blocs',
  countries: 'Countries',
  people: 'Persons',
  groups: 'Groups',
  documents: 'Documents',
  documentsHint: 'such as “joint statement China Russia”',
  documentsNote: 'Records of votes are left out; they are among the ',
  votes: 'votes',
  documentKind: 'Kind',
  anyKind: 'Any kind',
  page: (shown: number, total: number) => `${count(shown)} of ${count(total)} documents`,
  pages: 'Pages of documents',
  first: 'From the beginning',
  next: 'Next documents',
  claims: 'Propositions',
  claimsHint: 'such as “one China”',
  withoutIssue: 'Without an issue',
} as const;
