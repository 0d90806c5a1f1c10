import { dateOf, dayOf } from '#agreement/day.ts';
import { eachStanceRowOn, isKnown } from '#agreement/stance-columns.ts';
import { formatStanceKey, parseStanceKey, type StanceKey } from '#ledger/stance-key.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { partyAndPropositionOf } from './stance-orders.ts';

const ordinalsInSmallLetters = oncePer(
  ({ list }: Snapshot['parties']) => new Map(list.map(({ key, ordinal }) => [key.toLowerCase(), ordinal])),
);

/** Row index of the stance with a key as known at a revision; null when there is none. */
export function stanceOfKey(snapshot: Snapshot, key: string, revision: number): number | null {
  const parts = parseStanceKey(key);
  return parts === null ? null : stanceOf(snapshot, parts, revision);
}

/** The same for the parts of a key; the party's in any case. */
export function stanceOf(
  snapshot: Snapshot,
  { party, proposition, heldFrom }: StanceKey,
  revision: number,
): number | null {
  const { stances, parties, propositions } = snapshot;
  const column = propositions.byKey.get(proposition)?.ordinal;
  const holder = ordinalsInSmallLetters(parties).get(party.toLowerCase());
  if (column === undefined || holder === undefined) return null;
  const day = dayOf(heldFrom);
  let found: number | null = null;
  eachStanceRowOn(stances, column, (stanceRow) => {
    if (stances.party[stanceRow] !== holder || stances.heldFrom[stanceRow] !== day) return;
    if (isKnown(stances, stanceRow, revision)) found = stanceRow;
  });
  return found;
}

/** The key of the stance at a row index. */
export function keyOfStance(snapshot: Snapshot, stanceRow: number): string {
  const { party, proposition } = partyAndPropositionOf(snapshot, stanceRow);
  const heldFrom = dateOf(snapshot.stances.heldFrom[stanceRow] as number);
  return formatStanceKey({ party: party.key, proposition: proposition.key, heldFrom });
}
