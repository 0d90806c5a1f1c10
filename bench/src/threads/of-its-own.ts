import { PatchedSnapshot, patchFrom } from '../../../src/server/threads/snapshot-patch.ts';
import { type Snapshot, type SnapshotData, snapshotOf } from '../../../src/snapshot/snapshot.ts';

/** Bytes of a snapshot: in memory that all threads share, and what the first thread has of its own, and each other one. */
export interface SnapshotBytes {
  readonly shared: number;
  readonly first: number;
  readonly other: number;
}

/** Needs --expose-gc. */
export function bytesOfSnapshot(snapshot: Snapshot): SnapshotBytes {
  const sent = () => structuredClone(patchFrom(null, snapshot));
  const other = bytesOf(() => new PatchedSnapshot().next(sent()));
  // It came from the thread that built it, as a patch does.
  const first = bytesOf(() => snapshotOf(sent() as SnapshotData));
  return { shared: first.shared, first: first.own, other: other.own };
}

function bytesOf(make: () => Snapshot): { readonly shared: number; readonly own: number } {
  const buffers = new Set<ArrayBufferLike>();
  const cloned: Snapshot[] = [];
  const before = heapBytes();
  cloned.push(make());
  const heap = heapBytes() - before;
  for (const clone of cloned) collect(clone, buffers, new Set());
  const sum = (isShared: boolean) =>
    [...buffers].reduce(
      (all, buffer) => all + (isShared === buffer instanceof SharedArrayBuffer ? buffer.byteLength : 0),
      0,
    );
  return { shared: sum(true), own: heap + sum(false) };
}

function heapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** The memory of all typed arrays that some data has. */
function collect(data: unknown, buffers: Set<ArrayBufferLike>, seen: Set<unknown>): void {
  if (typeof data !== 'object' || data === null || seen.has(data)) return;
  seen.add(data);
  if (ArrayBuffer.isView(data)) buffers.add(data.buffer);
  else for (const value of data instanceof Map ? data.values() : Object.values(data)) collect(value, buffers, seen);
}
