import { LRUCache } from 'lru-cache';
import { isKnown, isKnownAt } from '#agreement/stance-columns.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { canHaveMembers } from './bloc-members.ts';
import { partyIfAny, UnknownKeyError } from './look-up.ts';

const mostRevisions = 64;

const madeOf = oncePer((_snapshot: Snapshot) => new LRUCache<number, StandingCounts>({ max: mostRevisions }));

export type StandingCounts = ReturnType<typeof countStanding>;

/** How much stood in the ledger at a revision, and the days between which its stances were taken (null when there was none). */
export function standingCounts(snapshot: Snapshot, revision = snapshot.revision): StandingCounts {
  const made = madeOf(snapshot);
  const counts = made.get(revision) ?? countStanding(snapshotAt(snapshot, revision), revision);
  made.set(revision, counts);
  return counts;
}

function countStanding({ parties, issues, propositions, documents, stances, absences }: Snapshot, revision: number) {
  const standing = (rows: readonly { readonly retired: boolean }[]) => rows.filter(({ retired }) => !retired).length;
  return {
    countries: standing(parties.list.filter(({ kind }) => kind === 'COUNTRY')),
    blocs: standing(parties.list.filter(({ kind }) => kind === 'BLOC')),
    people: standing(parties.list.filter(({ kind }) => kind === 'PERSON')),
    groups: standing(parties.list.filter(({ kind }) => kind === 'GROUP')),
    issues: standing(issues.list),
    claims: standing(propositions.list.filter(({ kind }) => kind === 'CLAIM')),
    rollCalls: standing(propositions.list.filter(({ kind }) => kind === 'ROLL_CALL')),
    documents: standing(documents.list),
    ...countStances(stances, revision),
    absences: countAbsences(absences, revision),
  };
}

function countStances(stances: Snapshot['stances'], revision: number) {
  let count = 0;
  let earliest: number | null = null;
  let latest: number | null = null;
  for (let stanceRow = 0; stanceRow < stances.length; stanceRow++) {
    if (!isKnown(stances, stanceRow, revision)) continue;
    const day = stances.heldFrom[stanceRow] as number;
    count++;
    if (earliest === null || day < earliest) earliest = day;
    if (latest === null || day > latest) latest = day;
  }
  return { stances: count, earliest, latest };
}

function countAbsences({ addedIn, retiredIn, length }: Snapshot['absences'], revision: number): number {
  let count = 0;
  for (let stanceRow = 0; stanceRow < length; stanceRow++)
    if (isKnownAt(addedIn[stanceRow] as number, retiredIn[stanceRow] as number, revision)) count++;
  return count;
}

// Counted once for each state of a catalogue: most revisions leave it as it is.
const claimsAmong = oncePer(({ list }: Snapshot['propositions']) => list.filter(({ kind }) => kind === 'CLAIM').length);
const countriesAmong = oncePer(({ list }: Snapshot['parties']) => list.filter(({ kind }) => kind === 'COUNTRY').length);

/** How many rows the ledger has in memory, retired ones too. */
export const ledgerSizes = oncePer((snapshot: Snapshot) => {
  const { parties, issues, propositions, documents, passages, stances, memberships, deeds } = snapshot;
  const claims = claimsAmong(propositions);
  const countries = countriesAmong(parties);
  return {
    countries,
    otherParties: parties.list.length - countries,
    issues: issues.list.length,
    claims,
    rollCalls: propositions.list.length - claims,
    documents: documents.list.length,
    passages: passages.list.length,
    stances: stances.length,
    deeds: deeds.length,
    largestBloc: largestBloc(memberships),
    isBloc: blocsNamed(snapshot),
  };
});

const largestBloc = oncePer((memberships: Snapshot['memberships']) =>
  Math.max(0, ...Array.from(Map.groupBy(memberships, ({ bloc }) => bloc).values(), ({ length }) => length)),
);

/** Texts that were looked up, longer ones aside, which name nothing. */
const [mostTexts, longestName] = [1_000, 200];

/** Whether a text names a party that has members. The key of a country, which is what most texts are, is only looked at. */
const blocsNamed = (snapshot: Snapshot) => {
  const looked = new LRUCache<string, boolean>({ max: mostTexts });
  return (text: string): boolean => {
    const row = snapshot.parties.byKey.get(text);
    if (row !== undefined) return canHaveMembers(row);
    if (text.length > longestName) return false;
    const before = looked.get(text);
    if (before !== undefined) return before;
    const party = meantBy(snapshot, text);
    const isBloc = party !== null && canHaveMembers(party);
    looked.set(text, isBloc);
    return isBloc;
  };
};

/** The party that a text names; null for one that names none or several, which is refused later. */
function meantBy(snapshot: Snapshot, text: string): Party | null {
  try {
    return partyIfAny(snapshot, text);
  } catch (error) {
    if (error instanceof UnknownKeyError) return null;
    throw error;
  }
}
