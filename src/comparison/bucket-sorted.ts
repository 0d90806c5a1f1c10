import { bucketStarts } from '#snapshot/sorted-places.ts';

/** A bucket number, 0 to `buckets` - 1, for each row index. */
export interface BucketKey {
  readonly buckets: number;
  readonly bucketOf: (place: number) => number;
}

/** Up to so many, comparing them takes less than making buckets. */
const few = 256;

/** Places in the order of several keys, the most important first; equal ones keep their order. Linear in their number. */
export function bucketSorted(places: Int32Array, keys: readonly BucketKey[]): Int32Array {
  if (places.length <= few) return places.toSorted((a, b) => compared(a, b, keys));
  return keys.reduceRight(stablySorted, places);
}

function stablySorted(places: Int32Array, { buckets, bucketOf }: BucketKey): Int32Array {
  const bucketed = new Int32Array(places.length);
  for (let index = 0; index < places.length; index++) bucketed[index] = bucketOf(places[index] as number);
  const next = bucketStarts(bucketed, bucketed.length, buckets);
  const result = new Int32Array(places.length);
  for (let index = 0; index < places.length; index++) {
    const bucket = bucketed[index] as number;
    const target = next[bucket] as number;
    result[target] = places[index] as number;
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
