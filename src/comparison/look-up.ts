import { isKnownAt } from '#agreement/stance-columns.ts';
import { wordsOf } from '#ledger/fold.ts';
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
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import {
  canBeNamed,
  closeKeys,
  hintOf,
  longestShown,
  mostMatches,
  type Row,
  shown,
  UnknownKeyError,
} from './unknown-key.ts';

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
