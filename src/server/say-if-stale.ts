import type { ServerResponse } from 'node:http';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { oldestSnapshotMs } from './readiness.ts';

/**
 * Gives an answer the header `Concord-Stale-Since` when the database was not heard of for so long that there may be a newer revision than the one that
 * it is made from: the time at which the ledger was last found to be so.
 */
export function sayIfStale({ checkedAt }: Pick<Snapshots, 'checkedAt'>, response: ServerResponse): void {
  if (checkedAt === null || Date.now() - checkedAt.getTime() <= oldestSnapshotMs) return;
  response.setHeader('concord-stale-since', checkedAt.toISOString());
}
