import { dateOf } from '#agreement/day.ts';
import { isKnownAt, NEVER } from '#agreement/stance-columns.ts';
import type { RollCall } from '#snapshot/catalogue.ts';
import type { OfficialRecord, RecordedDifference } from '#snapshot/official-record.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** The roll calls of a body are told by month: those of older sessions have no other day. */
const monthOf = ({ body, tabledOn }: RollCall) => `${body} ${dateOf(tabledOn).slice(0, 7)}`;

// By the digests, which all views of the past of one snapshot share.
const made = oncePer((_digests: Snapshot['digests']) => ({ since: null as Int32Array | null }));

/**
 * Whether the official record of a roll call had been imported by a revision: it says something of one of the same body and month, whose votes are in one
 * file. That it says nothing of the roll call itself means that it agrees.
 */
export function isOfficialAt(snapshot: Snapshot, proposition: number, revision: number): boolean {
  if (snapshot.official.revisions.length === 0) return false;
  const kept = made(snapshot.digests);
  kept.since ??= officialSince(snapshot);
  return (kept.since[proposition] as number) <= revision;
}

/** By proposition, the first revision that knew anything of the official record of the roll calls of its body and month; NEVER for none. */
function officialSince(snapshot: Snapshot): Int32Array {
  const first = firstOfficial(snapshot);
  const rollCalls = snapshot.propositions.list.flatMap(({ rollCall, ordinal }) =>
    rollCall === null ? [] : [{ ordinal, month: monthOf(rollCall) }],
  );
  const months = new Map<string, number>();
  for (const { ordinal, month } of rollCalls)
    months.set(month, Math.min(months.get(month) ?? NEVER, first[ordinal] as number));
  const since = new Int32Array(first.length).fill(NEVER);
  for (const { ordinal, month } of rollCalls) since[ordinal] = months.get(month) as number; // set above
  return since;
}

/** By proposition, the first revision by which the official record said something of it. */
function firstOfficial({ official, propositions, stances, absences, revision }: Snapshot): Int32Array {
  const first = new Int32Array(propositions.list.length).fill(NEVER);
  const isOfficial = new Uint8Array(revision + 1);
  for (const number of official.revisions) isOfficial[number] = 1;
  const note = (proposition: number, addedIn: number) => {
    if (isOfficial[addedIn] === 1 && addedIn < (first[proposition] as number)) first[proposition] = addedIn;
  };
  for (const { proposition, addedIn } of official.differences) note(proposition, addedIn);
  for (let row = 0; row < stances.length; row++)
    note(stances.proposition[row] as number, stances.addedIn[row] as number);
  for (let proposition = 0; proposition < first.length; proposition++) {
    const end = absences.start[proposition + 1] as number;
    for (let row = absences.start[proposition] as number; row < end; row++)
      note(proposition, absences.addedIn[row] as number);
  }
  return first;
}

const differencesByParty = oncePer(({ differences }: OfficialRecord) => {
  const byParty = new Map<number, Map<number, RecordedDifference[]>>();
  for (const difference of differences) {
    const ofParty = byParty.get(difference.party) ?? new Map<number, RecordedDifference[]>();
    byParty.set(difference.party, ofParty);
    ofParty.set(difference.proposition, [...(ofParty.get(difference.proposition) ?? []), difference]);
  }
  return byParty;
});

/** Whether the official record was ever known to say otherwise of any vote of a party. */
export const hasDifferences = ({ official }: Snapshot, party: number): boolean =>
  differencesByParty(official).has(party);

/** Whether the official record is known at a revision to say otherwise than the ledger of a party in a roll call. */
export const isDifferent = ({ official }: Snapshot, party: number, rollCall: number, revision: number): boolean =>
  differencesByParty(official)
    .get(party)
    ?.get(rollCall)
    ?.some(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision)) ?? false;
