import { averageLinkage } from '#agreement/structure/average-linkage.ts';
import { type Square, subsquare } from '#agreement/structure/square.ts';

/** One party, or two clusters joined. */
export interface Cluster {
  readonly members: Int32Array;
  readonly parts: readonly [Cluster, Cluster] | null;
}

/** Some rows of a square of distances as a tree of clusters, by average linkage. Null without rows. */
export function cluster(distances: Square, rows: readonly number[]): Cluster | null {
  const clusters = rows.map((row): Cluster => ({ members: Int32Array.of(row), parts: null }));
  for (const { first, second } of averageLinkage(subsquare(distances, rows))) {
    const [one, other] = [clusters[first] as Cluster, clusters[second] as Cluster]; // what is joined is left
    clusters[first] = { members: Int32Array.of(...one.members, ...other.members), parts: [one, other] };
  }
  return clusters[0] ?? null;
}
