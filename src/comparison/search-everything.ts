import type { Document, Issue, Party, Passage, Proposition } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { searchQuestion } from '#snapshot/search/search-question.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { alphabetically } from './list-documents.ts';
import { searchParties } from './look-up.ts';
import { isVote, titleOf } from './votes/vote-title.ts';

/** What can be found; of hits that fit equally well those of the first come first. */
export const searchKinds = ['PARTY', 'ISSUE', 'CLAIM', 'ROLL_CALL', 'DOCUMENT', 'PASSAGE'] as const;

export type SearchKind = (typeof searchKinds)[number];

type Found = Party | Issue | Proposition | Document | Passage;

/** A row that was found, and how well it fits: 0 to 1; 2 for a party that the text names as a whole. */
export interface Hit {
  readonly kind: SearchKind;
  readonly row: Found;
  readonly fit: number;
}

/**
 * The rows of some kinds in which every word of a text is found, as known when the ledger shows them: best first; then by kind, the latest first. The
 * record of a roll call is found as the roll call alone.
 * @throws Refusal `BAD_INPUT` for a text that is empty or too long
 */
export function searchEverything(
  ledger: Snapshot,
  text: string,
  kinds: readonly SearchKind[],
  revision: number,
): Hit[] {
  searchQuestion(text, 'text'); // so that a refusal names the argument
  const hits = searchKinds
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => hitsOf(ledger, kind, text, revision));
  return hits.sort(
    (a, b) =>
      b.fit - a.fit ||
      searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind) ||
      dayOf(b.row) - dayOf(a.row) ||
      alphabetically(a.row.key, b.row.key),
  );
}

function hitsOf(ledger: Snapshot, kind: SearchKind, text: string, revision: number): Hit[] {
  const ranks =
    kind === 'PARTY' ? searchParties(ledger, text, revision) : searchSnapshot(ledger, subjects[kind], text, revision);
  const { byId } = ledger[subjects[kind]];
  return [...ranks].flatMap(([id, fit]) => {
    const row = byId.get(id);
    return row === undefined || row.retired || !isOf(kind, row, ledger) ? [] : [{ kind, row, fit }];
  });
}

const subjects = {
  PARTY: 'parties',
  ISSUE: 'issues',
  CLAIM: 'propositions',
  ROLL_CALL: 'propositions',
  DOCUMENT: 'documents',
  PASSAGE: 'passages',
} as const;

const recordsOfVotes = oncePer(
  ({ list }: Snapshot['propositions']) => new Set(list.map(({ documentId }) => documentId)),
);

function isOf(kind: SearchKind, row: Found, { propositions }: Snapshot): boolean {
  if (kind === 'CLAIM' || kind === 'ROLL_CALL') return (row as Proposition).kind === kind;
  return kind !== 'DOCUMENT' || !recordsOfVotes(propositions).has(row.id);
}

const dayOf = (row: Found): number => {
  if ('date' in row) return row.date;
  return 'rollCall' in row ? (row.rollCall?.tabledOn ?? 0) : 0;
};

/** What a hit is called in a list. */
export function titleOfHit(ledger: Snapshot, { row }: Hit): string {
  if ('name' in row) return row.name;
  if ('title' in row) return row.title;
  if ('text' in row) return isVote(row) ? titleOf(ledger, row) : row.text;
  return row.keyPhrase ?? row.note ?? row.locator;
}
