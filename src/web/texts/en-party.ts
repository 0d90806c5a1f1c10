import { count } from './intl.ts';

/** The texts of the page of a party. */
export const partyTexts = {
  kinds: { COUNTRY: 'Country', BLOC: 'Bloc', PERSON: 'Person', GROUP: 'Group' },
  iso: (key: string, iso3: string) => `${key}, ISO 3166 ${iso3}`,
  aliases: 'Also called',
  founded: 'Founded',
  dates: 'Dates',
  knownFrom: 'Known from',
  compareMembers: 'Compare its members',
  compare: 'Compare it with others',
  membersByPair: 'Its members pair by pair',
  members: 'Members',
  memberOf: 'Member of',
  noneThen: 'None on that day.',
  otherTimes: (number: number) => `At other times: ${count(number)}`,
  member: (from: string, until: string | null, doubts: readonly string[], note: string | null) =>
    `${until === null ? ` since ${from}` : ` from ${from} until ${until}`}${doubts.length > 0 ? ` (${doubts.join(', ')})` : ''}${note === null ? '' : `. ${note}`}`,
  participant: 'participant',
  unclear: 'unclear',
  positions: 'Positions on that day',
  noPosition: (name: string) => `The ledger knows of no position of ${name} on a claim by that day.`,
  withoutIssue: 'Without an issue',
  allPositions: (name: string) => `All positions of ${name}`,
  votes: 'Votes in roll calls',
  votesOf: (name: string) => `Votes of ${name}, the latest first`,
  signed: 'Documents signed',
  signedFailed: (name: string) => `The documents that ${name} signed could not be loaded.`,
  latest: (number: number) => `The latest ${count(number)} are shown.`,
} as const;
