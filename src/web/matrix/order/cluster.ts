import type { Distances } from './distance.ts';

/** One party, or two clusters joined. */
export interface Cluster {
  readonly members: Int32Array;
  readonly parts: readonly [Cluster, Cluster] | null;
}

/**
 * Repeatedly joins the nearest two clusters until one is left (average linkage, Sokal & Michener 1958). The distance of two clusters is the mean
 * over the pairs whose distance is known; clusters without a known distance are joined last. Null without parties.
 */
export function cluster({ count, values }: Distances, members: readonly number[]): Cluster | null {
  const clusters: (Cluster | null)[] = Array.from({ length: count }, () => null);
  for (const member of members) clusters[member] = { members: Int32Array.of(member), parts: null };
  const sums = values.map((value) => (Number.isNaN(value) ? 0 : value));
  const known = values.map((value) => (Number.isNaN(value) ? 0 : 1));
  const left = [...members];
  while (left.length > 1) {
    const [a, b] = nearest(left, sums, known, count);
    // `a` represents both from now on.
    add(sums, a, b, left, count);
    add(known, a, b, left, count);
    clusters[a] = join(clusters[a] as Cluster, clusters[b] as Cluster); // what is left has its cluster
    left.splice(left.indexOf(b), 1);
  }
  const [last] = left;
  return last === undefined ? null : (clusters[last] ?? null);
}

function add(table: Float64Array, a: number, b: number, left: readonly number[], count: number): void {
  for (const other of left) {
    const sum = (table[a * count + other] ?? 0) + (table[b * count + other] ?? 0);
    table[a * count + other] = sum;
    table[other * count + a] = sum;
  }
}

function join(a: Cluster, b: Cluster): Cluster {
  const members = new Int32Array(a.members.length + b.members.length);
  members.set(a.members);
  members.set(b.members, a.members.length);
  return { members, parts: [a, b] };
}

function nearest(left: readonly number[], sums: Float64Array, known: Float64Array, count: number): [number, number] {
  let best = Number.POSITIVE_INFINITY;
  let pair: [number, number] = [left[0] ?? 0, left[1] ?? 0];
  for (let index = 0; index < left.length; index++) {
    const a = left[index] ?? 0;
    for (let next = index + 1; next < left.length; next++) {
      const at = a * count + (left[next] ?? 0);
      const of = known[at] ?? 0;
      const distance = (sums[at] ?? 0) / of;
      if (of > 0 && distance < best) {
        best = distance;
        pair = [a, left[next] ?? 0];
      }
    }
  }
  return pair;
}
