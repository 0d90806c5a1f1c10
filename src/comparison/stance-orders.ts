import { rowAt } from '#snapshot/catalogue.ts';
import { bucketStarts } from '#snapshot/load-stances.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** Sort keys of stances, most significant first; ties keep the order of row indexes. */
const orders = {
  HELD_FROM_DESC: ['latest', 'proposition', 'party'],
  HELD_FROM_ASC: ['earliest', 'proposition', 'party'],
  PARTY: ['party', 'proposition', 'earliest'],
  PROPOSITION: ['proposition', 'party', 'earliest'],
} as const;

export type StanceOrder = keyof typeof orders;

type Keys = Readonly<Record<(typeof orders)[StanceOrder][number], BucketKey>>;

/** Rank of each row, by ordinal, when the rows are in the order of their keys. */
const rankByKey = oncePer((rows: readonly { readonly key: string; readonly ordinal: number }[]): Uint32Array => {
  const rank = new Uint32Array(rows.length);
  for (const [position, { ordinal }] of rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)).entries())
    rank[ordinal] = position;
  return rank;
});

// By the columns, which a view of the past shares: the keys by which they are sorted do not change.
const keysMade = oncePer((_stances: Snapshot['stances']) => ({ keys: null as Keys | null }));
const ordersMade = oncePer((_stances: Snapshot['stances']) => new Map<StanceOrder, Int32Array>());

function keysOf({ stances, parties, propositions }: Snapshot): Keys {
  const made = keysMade(stances);
  if (made.keys !== null) return made.keys;
  const { heldFrom, party, proposition, length } = stances;
  let first = 0;
  let last = 0;
  for (let stanceRow = 0; stanceRow < length; stanceRow++) {
    const day = heldFrom[stanceRow] as number;
    if (stanceRow === 0 || day < first) first = day;
    if (stanceRow === 0 || day > last) last = day;
  }
  const days = last - first + 1;
  const partyRanks = rankByKey(parties.list);
  const propositionRanks = rankByKey(propositions.list);
  made.keys = {
    latest: { buckets: days, bucketOf: (stanceRow) => last - (heldFrom[stanceRow] as number) },
    earliest: { buckets: days, bucketOf: (stanceRow) => (heldFrom[stanceRow] as number) - first },
    party: { buckets: partyRanks.length, bucketOf: (stanceRow) => partyRanks[party[stanceRow] as number] as number },
    proposition: {
      buckets: propositionRanks.length,
      bucketOf: (stanceRow) => propositionRanks[proposition[stanceRow] as number] as number,
    },
  };
  return made.keys;
}

/** From this share of all stances on, picking from all of them in order is faster than sorting. */
const worthPicking = 1 / 8;

/** Row indexes of stances in an order; equal ones stay in the order given, which is that of their revisions. What sorting all of them takes is taken once for the columns. */
export function stancesInOrder(snapshot: Snapshot, stanceRows: Int32Array, order: StanceOrder): Int32Array {
  const { stances } = snapshot;
  if (stanceRows.length < stances.length * worthPicking) return sorted(snapshot, stanceRows, order);
  const made = ordersMade(stances);
  const all =
    made.get(order) ??
    sorted(
      snapshot,
      Int32Array.from({ length: stances.length }, (_, stanceRow) => stanceRow),
      order,
    );
  made.set(order, all);
  if (stanceRows.length === stances.length) return all;
  const wanted = new Uint8Array(stances.length);
  for (const stanceRow of stanceRows) wanted[stanceRow] = 1;
  const picked = new Int32Array(stanceRows.length);
  let count = 0;
  for (let index = 0; index < all.length; index++) {
    const stanceRow = all[index] as number;
    if (wanted[stanceRow] === 1) picked[count++] = stanceRow;
  }
  return picked;
}

const sorted = (snapshot: Snapshot, stanceRows: Int32Array, order: StanceOrder) => {
  const keys = keysOf(snapshot);
  return bucketSorted(
    stanceRows,
    orders[order].map((name) => keys[name]),
  );
};

/** The key of the stance at a row index. */
export const partyAndPropositionOf = ({ stances, parties, propositions }: Snapshot, stanceRow: number) => ({
  party: rowAt(parties, stances.party[stanceRow] as number),
  proposition: rowAt(propositions, stances.proposition[stanceRow] as number),
});

/** A bucket number, 0 to `buckets` - 1, for each row index. */
export interface BucketKey {
  readonly buckets: number;
  readonly bucketOf: (stanceRow: number) => number;
}

/** Up to so many, comparing them takes less than making buckets. */
const few = 256;

/** Row indexes in the order of several keys, the most important first; equal ones keep their order. Linear in their number. */
export function bucketSorted(stanceRows: Int32Array, keys: readonly BucketKey[]): Int32Array {
  if (stanceRows.length <= few) return stanceRows.toSorted((a, b) => compared(a, b, keys));
  return keys.reduceRight(stablySorted, stanceRows);
}

function stablySorted(stanceRows: Int32Array, { buckets, bucketOf }: BucketKey): Int32Array {
  const bucketed = new Int32Array(stanceRows.length);
  for (let index = 0; index < stanceRows.length; index++) bucketed[index] = bucketOf(stanceRows[index] as number);
  const next = bucketStarts(bucketed, bucketed.length, buckets);
  const result = new Int32Array(stanceRows.length);
  for (let index = 0; index < stanceRows.length; index++) {
    const bucket = bucketed[index] as number;
    const target = next[bucket] as number;
    result[target] = stanceRows[index] as number;
    next[bucket] = target + 1;
  }
  return result;
}

function compared(a: number, b: number, keys: readonly BucketKey[]): number {
  for (const { bucketOf } of keys) {
    const difference = bucketOf(a) - bucketOf(b);
    if (difference !== 0) return difference;
  }
  return a - b;
}
