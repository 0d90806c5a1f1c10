import { rowAt, type Snapshot } from '../snapshot/snapshot.ts';
import { oncePer } from './once-per.ts';

type Compare = (a: number, b: number) => number;

/** Orders of stances; equal ones follow their keys. */
const orders = {
  HELD_FROM_DESC:
    ({ stances }: Snapshot): Compare =>
    (a, b) =>
      (stances.heldFrom[b] as number) - (stances.heldFrom[a] as number),
  HELD_FROM_ASC:
    ({ stances }: Snapshot): Compare =>
    (a, b) =>
      (stances.heldFrom[a] as number) - (stances.heldFrom[b] as number),
  PARTY: ({ stances, parties }: Snapshot): Compare => {
    const rank = rankByKey(parties.list);
    return (a, b) => (rank[stances.party[a] as number] as number) - (rank[stances.party[b] as number] as number);
  },
  PROPOSITION: ({ stances, propositions }: Snapshot): Compare => {
    const rank = rankByKey(propositions.list);
    return (a, b) =>
      (rank[stances.proposition[a] as number] as number) - (rank[stances.proposition[b] as number] as number);
  },
} as const;

export type StanceOrder = keyof typeof orders;

/** Place of each row, by ordinal, when the rows are in the order of their keys. */
function rankByKey(rows: readonly { readonly key: string; readonly ordinal: number }[]): Uint32Array {
  const rank = new Uint32Array(rows.length);
  for (const [place, { ordinal }] of rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)).entries()) rank[ordinal] = place;
  return rank;
}

// By the columns, which a view of the past shares: the keys by which they are sorted do not change.
const ordersMade = oncePer((_stances: Snapshot['stances']) => new Map<StanceOrder, Int32Array>());

/** Places of all stances in the columns, in order; sorted once for a snapshot. */
export function stancesInOrder(snapshot: Snapshot, order: StanceOrder): Int32Array {
  const made = ordersMade(snapshot.stances);
  const places = made.get(order) ?? sorted(snapshot, order);
  made.set(order, places);
  return places;
}

function sorted(snapshot: Snapshot, order: StanceOrder): Int32Array {
  const places = Int32Array.from({ length: snapshot.stances.length }, (_, place) => place);
  const by = [
    orders[order](snapshot),
    orders.PROPOSITION(snapshot),
    orders.PARTY(snapshot),
    orders.HELD_FROM_ASC(snapshot),
  ];
  return places.sort((a, b) => {
    for (const compare of by) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** The key of a stance, by its place. */
export const partyAndPropositionOf = ({ stances, parties, propositions }: Snapshot, place: number) => ({
  party: rowAt(parties, stances.party[place] as number),
  proposition: rowAt(propositions, stances.proposition[place] as number),
});
