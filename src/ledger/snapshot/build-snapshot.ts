import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Snapshot } from './snapshot.ts';
import { type SnapshotData, snapshotOf } from './snapshot-data.ts';

/** Builds a snapshot of the newest revision in a thread and on a connection of its own. */
export async function buildSnapshot(url: string): Promise<Snapshot> {
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: { url } });
  // `once` rejects when the thread fails.
  const [data] = (await once(worker, 'message')) as [SnapshotData];
  return snapshotOf(data);
}
