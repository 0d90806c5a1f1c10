import { LRUCache } from 'lru-cache';
import { isKnownAt } from '#agreement/stance-columns.ts';
import { wordsOf } from '#ledger/fold.ts';
import { countryNames } from '#ledger/names/country-names.ts';
import { meaningsOfParties, type Sense, sensesOf } from '#ledger/names/party-names.ts';
import { closeAmong, type FoldedNames, foldNames } from '#ledger/rules/close-matches.ts';
import { Refusal } from '#refusal/refusal.ts';
import {
  type Catalogue,
  type Document,
  type Issue,
  type Membership,
  type Party,
  type Proposition,
  type PropositionIssue,
  rowAt,
} from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Ranks, searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** A row that is asked for by its key. */
export type Row = Party | Issue | Proposition | Document;

/** Letters of a wrong key that a message repeats. */
export const longestShown = 80;

export const shown = (key: string): string => JSON.stringify(key.slice(0, longestShown).toWellFormed());

/** How many keys are offered for a wrong one. */
export const mostMatches = 3;

export const hintOf = (close: readonly string[]): string =>
  close.length > 0 ? ` Close matches: ${close.join(', ')}.` : '';

/** A key that names nothing, or a name that several parties have; `closeMatches` are keys that may have been meant. */
export class UnknownKeyError extends Refusal<
  'UNKNOWN_PARTY' | 'UNKNOWN_ISSUE' | 'UNKNOWN_PROPOSITION' | 'UNKNOWN_DOCUMENT' | 'UNKNOWN_BODY' | 'UNKNOWN_SERIES'
> {
  override readonly name = 'UnknownKeyError';
  readonly closeMatches: readonly string[];

  constructor(code: UnknownKeyError['code'], message: string, matches: readonly string[]) {
    super(code, message);
    this.closeMatches = matches;
  }
}

/** Added after the revision queried: it can be named, but nothing was known about it. */
const isToCome = ({ addedIn, knownAt }: Row) => knownAt !== null && addedIn > knownAt;

/** Whether a row can be named: it stands, or will stand once it is added. */
export const canBeNamed = (row: Row): boolean => !row.retired || isToCome(row);

/** A wrong key may occur hundreds of times in a query; its close matches are computed once. */
const guessesKept = 500;

const guessesAmong = oncePer((_rows: object) => ({
  names: null as FoldedNames | null, // filled when the first key is wrong
  made: new LRUCache<string, readonly string[]>({ max: guessesKept }),
}));

/** Keys of standing rows that a wrong key may have meant, the nearest first; `more` finds others where these are few. */
function closeKeys<Of extends Row>(
  rows: Catalogue<Of>,
  key: string,
  namesOf: (row: Of) => readonly string[],
  more: () => readonly string[] = () => [],
): readonly string[] {
  const guesses = guessesAmong(rows);
  const before = guesses.made.get(key);
  if (before !== undefined) return before;
  guesses.names ??= foldNames(
    rows.list.filter(({ retired }) => !retired).map((row) => ({ key: row.key, names: namesOf(row) })),
  );
  const close = closeAmong(key, guesses.names, mostMatches);
  const matches = close.length < mostMatches ? [...new Set([...close, ...more()])].slice(0, mostMatches) : close;
  guesses.made.set(key, matches);
  return matches;
}

const meaningsAmong = oncePer((parties: Catalogue<Party>) => meaningsOfParties(parties.list.filter(canBeNamed)));

/**
 * The party that a text names by its key, by another code or by a name, in any case and with or without accents (docs/names.md); null when it names
 * none.
 * @throws UnknownKeyError `UNKNOWN_PARTY` for a text that several parties, or a party and another country, are called by; with their keys
 */
function partyNamed(parties: Catalogue<Party>, text: string): Party | null {
  const row = parties.byKey.get(text);
  if (row !== undefined && canBeNamed(row)) return row;
  const { first } = sensesOf(meaningsAmong(parties), text);
  const found = first.flatMap(({ key }) => {
    const party = parties.byKey.get(key);
    return party !== undefined && canBeNamed(party) ? [party] : [];
  });
  if (found.length === 0) return null;
  if (first.length === 1) return found[0] ?? null;
  const message = `${shown(text)} can mean ${first.map(saidOf(parties)).join(' or ')}: write the key.`;
  throw new UnknownKeyError('UNKNOWN_PARTY', message, keysOf(found));
}

const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);

/** How a message names what is meant: `CN (China, by COW)`. */
const saidOf =
  ({ byKey }: Catalogue<Party>) =>
  ({ key, by }: Sense): string => {
    const name = byKey.get(key)?.name ?? countryNames().get(key)?.names[0];
    return `${key} (${[name ?? [], by === null ? [] : `by ${by}`].flat().join(', ')})`;
  };

/** The party that a text names, for a single look-up; null when it names none that stands. Throws as `partyNamed`. */
export function partyIfAny({ parties }: Pick<Snapshot, 'parties'>, text: string): Party | null {
  const party = partyNamed(parties, text);
  return party === null || party.retired ? null : party;
}

/** The party that a text names. Throws UnknownKeyError (UNKNOWN_PARTY) with close matches for one that names none or several. */
export function partyOf({ parties }: Snapshot, text: string): Party {
  const party = partyNamed(parties, text);
  if (party !== null) return party;
  const { first, later } = sensesOf(meaningsAmong(parties), text);
  if (first.length > 0) throw elsewhere(parties, text, first, later);
  const matches = closeKeys(parties, text, namesOf);
  const close = matches.map((key) => saidOf(parties)({ key, by: null }));
  const message = `There is no party with the key or name ${shown(text)}.${hintOf(close)}`;
  throw new UnknownKeyError('UNKNOWN_PARTY', message, matches);
}

/** More than any other that is found. */
const namedRank = 2;

/** The parties found by the words of their names and by codes, as `searchSnapshot` does; those that the text names as a whole are the first. */
export function searchParties(ledger: Snapshot, text: string, revision: number): Ranks {
  const ranks = new Map(searchSnapshot(ledger, 'parties', text, revision));
  for (const { key } of sensesOf(meaningsAmong(ledger.parties), text).first) {
    const party = ledger.parties.byKey.get(key);
    if (party?.retired === false) ranks.set(party.id, namedRank);
  }
  return ranks;
}

/** That a text names a country of which the ledger has no party. */
function elsewhere(parties: Catalogue<Party>, text: string, first: readonly Sense[], later: readonly Sense[]) {
  const others = later.filter(({ key }) => parties.byKey.get(key)?.retired === false);
  const hint = hintOf(others.map(saidOf(parties)));
  const message = `${shown(text)} is ${first.map(saidOf(parties)).join(' or ')}, which is not a party of this ledger.${hint}`;
  return new UnknownKeyError('UNKNOWN_PARTY', message, keysOf(others));
}

const namesOf = ({ key, name, aliases, iso3 }: Party) => [
  name,
  ...aliases,
  ...(iso3 === null ? [] : [iso3]),
  ...(countryNames().get(key)?.names ?? []),
  ...(countryNames().get(key)?.partNames ?? []),
];

/** The row of a key, unless it was retired; null when there is none. */
export function standing<Row extends Party | Issue | Proposition | Document>(
  rows: Catalogue<Row>,
  key: string,
): Row | null {
  const row = rows.byKey.get(key);
  return row === undefined || row.retired ? null : row;
}

const subjects = {
  issues: { code: 'UNKNOWN_ISSUE', what: 'issue' },
  propositions: { code: 'UNKNOWN_PROPOSITION', what: 'proposition' },
  documents: { code: 'UNKNOWN_DOCUMENT', what: 'document' },
} as const;

function lookUp<Of extends Issue | Proposition | Document>(
  snapshot: Snapshot,
  of: keyof typeof subjects,
  rows: Catalogue<Of>,
  key: string,
  namesOf: (row: Of) => readonly string[],
): Of {
  const row = rows.byKey.get(key);
  if (row !== undefined && canBeNamed(row)) return row;
  const { code, what } = subjects[of];
  const matches = closeKeys(rows, key, namesOf, () => foundByWords(snapshot, of, rows, key));
  throw new UnknownKeyError(code, `There is no ${what} with the key ${shown(key)}.${hintOf(matches)}`, matches);
}

/** Words of a wrong key for which a search is worth its time. */
const mostWordsSearched = 6;

/** Keys of standing rows in whose texts the words of a wrong key are found, the best first. */
function foundByWords(snapshot: Snapshot, of: keyof typeof subjects, rows: Catalogue<Row>, key: string): string[] {
  const text = key.slice(0, longestShown).toWellFormed();
  const words = wordsOf(text).length;
  if (words === 0 || words > mostWordsSearched) return [];
  return [...searchSnapshot(snapshot, of, text, snapshot.revision)]
    .flatMap(([id, rank]) => {
      const row = rows.byId.get(id);
      return row === undefined || row.retired ? [] : [{ key: row.key, rank }];
    })
    .sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1))
    .slice(0, mostMatches)
    .map((found) => found.key);
}

/** The issue of a key. Throws UnknownKeyError (UNKNOWN_ISSUE) with close matches. */
export const issueOf = (snapshot: Snapshot, key: string): Issue =>
  lookUp(snapshot, 'issues', snapshot.issues, key, ({ name }) => [name]);

/** The proposition of a key. Throws UnknownKeyError (UNKNOWN_PROPOSITION) with close matches. */
export const propositionOf = (snapshot: Snapshot, key: string): Proposition =>
  lookUp(snapshot, 'propositions', snapshot.propositions, key, () => []);

/** The document of a key. Throws UnknownKeyError (UNKNOWN_DOCUMENT) with close matches. */
export const documentOf = (snapshot: Snapshot, key: string): Document =>
  lookUp(snapshot, 'documents', snapshot.documents, key, ({ title }) => [title]);

const linksByProposition = oncePer((links: Snapshot['propositionIssues']) =>
  Map.groupBy(links, (link) => link.proposition),
);

const noLinks: readonly PropositionIssue[] = [];

/** The links of a proposition (by ordinal) to issues, those of other revisions too. */
export const issueLinksOf = ({ propositionIssues }: Snapshot, proposition: number): readonly PropositionIssue[] =>
  linksByProposition(propositionIssues).get(proposition) ?? noLinks;

/** The issues of a proposition (by ordinal) as known at a revision, in the order of their keys; shown as the snapshot has them. */
export function issuesOf(snapshot: Snapshot, proposition: number, revision: number): Issue[] {
  return issueLinksOf(snapshot, proposition)
    .filter(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision))
    .map(({ issue }) => rowAt(snapshot.issues, issue))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Which memberships: those on a day as known at a revision, or all when the day is null. */
export interface MembershipQuestion {
  readonly day: number | null;
  readonly revision: number;
  readonly includeUnclear: boolean;
  readonly includeParticipants: boolean;
}

const bySide = oncePer((memberships: Snapshot['memberships']) => ({
  bloc: Map.groupBy(memberships, ({ bloc }) => bloc),
  member: Map.groupBy(memberships, ({ member }) => member),
}));

/** The memberships in which a party is the bloc or the member, the earliest first. */
export const membershipsOf = (
  { memberships }: Snapshot,
  side: 'bloc' | 'member',
  party: Party,
  { day, revision, includeUnclear, includeParticipants }: MembershipQuestion,
): Membership[] =>
  (bySide(memberships)[side].get(party.ordinal) ?? []).filter(
    (membership) =>
      isKnownAt(membership.addedIn, membership.retiredIn, revision) &&
      (day === null || (membership.from <= day && day < membership.until)) &&
      (includeUnclear || membership.status === 'CONFIRMED') &&
      (includeParticipants || membership.role === 'MEMBER'),
  );
