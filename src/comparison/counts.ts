import { LRUCache } from 'lru-cache';
import { isKnown, isKnownAt } from '#agreement/stance-columns.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';

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
