import { LRUCache } from 'lru-cache';
import { isKnownAt } from '#agreement/stance-columns.ts';
import { closeAmong, type FoldedNames, foldNames } from '#ledger/rules/close-matches.ts';
import { Refusal } from '#refusal/refusal.ts';
import {
  type Catalogue,
  type Document,
  type Issue,
  type Membership,
  type Party,
  type Proposition,
  rowAt,
} from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** Letters of a wrong key that a message repeats. */
const longestShown = 80;

/** A key that names nothing; `closeMatches` are keys that may have been meant. */
export class UnknownKeyError extends Refusal<
  'UNKNOWN_PARTY' | 'UNKNOWN_ISSUE' | 'UNKNOWN_PROPOSITION' | 'UNKNOWN_DOCUMENT'
> {
  override readonly name = 'UnknownKeyError';
  readonly closeMatches: readonly string[];

  constructor(code: UnknownKeyError['code'], what: string, key: string, matches: readonly string[]) {
    const hint = matches.length > 0 ? ` Close matches: ${matches.join(', ')}.` : '';
    super(
      code,
      `There is no ${what} with the key ${JSON.stringify(key.slice(0, longestShown).toWellFormed())}.${hint}`,
    );
    this.closeMatches = matches;
  }
}

/** The row of a key, unless it was retired; null when there is none. */
export function standing<Row extends Party | Issue | Proposition | Document>(
  rows: Catalogue<Row>,
  key: string,
): Row | null {
  const row = rows.byKey.get(key);
  return row === undefined || row.retired ? null : row;
}

/** Added after the revision queried: it can be named, but nothing was known about it. */
const isToCome = ({ addedIn, knownAt }: Party | Issue | Proposition | Document) =>
  knownAt !== null && addedIn > knownAt;

function lookUp<Row extends Party | Issue | Proposition | Document>(
  rows: Catalogue<Row>,
  key: string,
  code: UnknownKeyError['code'],
  what: string,
  names: (row: Row) => readonly string[],
): Row {
  const row = rows.byKey.get(key);
  if (row !== undefined && (!row.retired || isToCome(row))) return row;
  const guesses = guessesAmong(rows);
  let matches = guesses.made.get(key);
  if (matches === undefined) {
    guesses.names ??= foldNames(
      rows.list.filter(({ retired }) => !retired).map((other) => ({ key: other.key, names: names(other) })),
    );
    matches = closeAmong(key, guesses.names);
    guesses.made.set(key, matches);
  }
  throw new UnknownKeyError(code, what, key, matches);
}

/** A wrong key may occur hundreds of times in a query; its close matches are computed once. */
const guessesKept = 500;

const guessesAmong = oncePer((_rows: object) => ({
  names: null as FoldedNames | null, // filled when the first key is wrong
  made: new LRUCache<string, readonly string[]>({ max: guessesKept }),
}));

/** The party of a key. Throws UnknownKeyError (UNKNOWN_PARTY) with close matches. */
export const partyOf = ({ parties }: Snapshot, key: string): Party =>
  lookUp(parties, key, 'UNKNOWN_PARTY', 'party', ({ name, aliases, iso3 }) => [
    name,
    ...aliases,
    ...(iso3 ? [iso3] : []),
  ]);

/** The issue of a key. Throws UnknownKeyError (UNKNOWN_ISSUE) with close matches. */
export const issueOf = ({ issues }: Snapshot, key: string): Issue =>
  lookUp(issues, key, 'UNKNOWN_ISSUE', 'issue', ({ name }) => [name]);

/** The proposition of a key. Throws UnknownKeyError (UNKNOWN_PROPOSITION) with close matches. */
export const propositionOf = ({ propositions }: Snapshot, key: string): Proposition =>
  lookUp(propositions, key, 'UNKNOWN_PROPOSITION', 'proposition', () => []);

/** The document of a key. Throws UnknownKeyError (UNKNOWN_DOCUMENT) with close matches. */
export const documentOf = ({ documents }: Snapshot, key: string): Document =>
  lookUp(documents, key, 'UNKNOWN_DOCUMENT', 'document', ({ title }) => [title]);

const linksByProposition = oncePer((links: Snapshot['propositionIssues']) =>
  Map.groupBy(links, (link) => link.proposition),
);

/** The issues of a proposition (by ordinal) as known at a revision, in the order of their keys; shown as the snapshot has them. */
export function issuesOf(snapshot: Snapshot, proposition: number, revision: number): Issue[] {
  return (linksByProposition(snapshot.propositionIssues).get(proposition) ?? [])
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
