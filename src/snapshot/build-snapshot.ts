import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Snapshot, type SnapshotData, snapshotOf } from './snapshot.ts';

/** Builds a snapshot of the newest revision in a thread and on a connection of its own. */
export async function buildSnapshot(url: string): Promise<Snapshot> {
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: { url } });
  // Listened to until the thread ends: what fails after the snapshot came is of no concern, and must not end the process.
  worker.on('error', () => {});
  const ended = once(worker, 'exit').then(() => {
    throw new Error('The thread that builds the snapshot exited without a result.');
  });
  ended.catch(() => {});
  // `once` rejects when the thread fails.
  const [data] = (await Promise.race([once(worker, 'message'), ended])) as [SnapshotData];
  return snapshotOf(data);
}
