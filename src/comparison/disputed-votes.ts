import { eachStanceRowOn, isKnown } from '#agreement/stance-columns.ts';
import { type DisputedRecord, disputedRecords, isOfDisputedSource } from '#ledger/disputed/disputed-records.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Comparison } from './comparison.ts';
import { hasDifferences, isDifferent, isOfficialAt } from './official-votes.ts';

/** A disputed record with the ordinals of its parties. */
type Dispute = Pick<DisputedRecord, 'from' | 'until' | 'error'> & { readonly parties: readonly number[] };

/** What is disputed, by the ordinal of the party. */
const disputesByParty = oncePer(({ parties }: Snapshot): ReadonlyMap<number, readonly Dispute[]> => {
  const disputes = disputedRecords().map((record) => {
    const known = record.parties.map((key) => parties.byKey.get(key)).filter((party) => party !== undefined);
    return { ...record, parties: known.map(({ ordinal }) => ordinal) };
  });
  const named = new Set(disputes.flatMap((dispute) => dispute.parties));
  return new Map([...named].map((party) => [party, disputes.filter((dispute) => dispute.parties.includes(party))]));
});

/** Why a record is disputed: the official record, as far as it was imported, says otherwise, or it is one of the errors that are listed. */
export type DisputedBy = 'DIFFERENCE' | 'LISTED_ERROR';

/** By what the record of a party on a roll call is known to be wrong, as it was known at a revision; null when it is not. Ordinals of the snapshot. */
export function voteDisputedBy(
  snapshot: Snapshot,
  party: number,
  rollCall: number,
  revision: number,
): DisputedBy | null {
  if (isOfficialAt(snapshot, rollCall, revision))
    return isDifferent(snapshot, party, rollCall, revision) ? 'DIFFERENCE' : null;
  const disputes = disputesByParty(snapshot).get(party);
  const isListed = disputes?.some((dispute) => isWrongBy(dispute, snapshot, party, rollCall, revision)) ?? false;
  return isListed ? 'LISTED_ERROR' : null;
}

/** Votes on paragraphs and amendments were added to the source later, without the errors. */
function isWrongBy(dispute: Dispute, snapshot: Snapshot, party: number, ordinal: number, revision: number): boolean {
  const { key, rollCall } = rowAt(snapshot.propositions, ordinal);
  if (rollCall === null || !isOfDisputedSource(key)) return false;
  if (rollCall.tabledOn < dispute.from || rollCall.tabledOn >= dispute.until) return false;
  if (rollCall.textScope === 'PARAGRAPH' || rollCall.textScope === 'AMENDMENT') return false;
  const vote = voteOf(snapshot, party, ordinal, revision);
  if (dispute.error === 'MISSING') return vote === null;
  return dispute.parties.some((other) => voteOf(snapshot, other, ordinal, revision) !== vote);
}

/** The position that a party took in a roll call, in half steps; null for none. */
function voteOf({ stances }: Snapshot, party: number, rollCall: number, revision: number): number | null {
  let vote: number | null = null;
  eachStanceRowOn(stances, rollCall, (row) => {
    if (stances.party[row] === party && isKnown(stances, row, revision)) vote = stances.position[row] as number;
  });
  return vote;
}

/** The roll calls of a comparison on which the record of one of its parties is disputed. */
export interface DisputedVotes {
  /** How many of them there are, and of how many that the policy does not leave out. */
  readonly disputed: number;
  readonly rollCalls: number;
  /** Whose records these are. */
  readonly parties: readonly Party[];
  readonly by: ReadonlySet<DisputedBy>;
}

/** Which records of a comparison are disputed. Roll calls that the policy leaves out do not count. */
export function disputedVotesIn(comparison: Comparison): DisputedVotes {
  const { snapshot, parties, scope, propositions, leftOut } = comparison;
  const concerned = parties.filter(
    ({ ordinal }) => disputesByParty(snapshot).has(ordinal) || hasDifferences(snapshot, ordinal),
  );
  const found = new Set<Party>();
  const by = new Set<DisputedBy>();
  let disputed = 0;
  let rollCalls = 0;
  for (const [column, ordinal] of concerned.length === 0 ? [] : propositions.entries()) {
    if (leftOut[column] === 1 || rowAt(snapshot.propositions, ordinal).kind !== 'ROLL_CALL') continue;
    rollCalls++;
    let isDisputed = false;
    for (const party of concerned) {
      const why = voteDisputedBy(snapshot, party.ordinal, ordinal, scope.asKnownAt);
      if (why === null) continue;
      isDisputed = true;
      by.add(why);
      found.add(party);
    }
    if (isDisputed) disputed++;
  }
  return { disputed, rollCalls, parties: parties.filter((party) => found.has(party)), by };
}
