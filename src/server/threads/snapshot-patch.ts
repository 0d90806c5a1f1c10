import type { Catalogue } from '#snapshot/catalogue.ts';
import { withEqualTextsOnce } from '#snapshot/equal-texts-once.ts';
import { type Snapshot, type SnapshotData, snapshotOf } from '#snapshot/snapshot.ts';

/** What of a snapshot is other than in the last one that a thread was sent; all of it the first time. */
export type SnapshotPatch = Partial<SnapshotData> & {
  /** In place of `digests`, which has one for each revision ever: those that came after the last one sent. */
  readonly laterDigests?: readonly string[];
};

const isCatalogue = (value: unknown): value is Catalogue<never> =>
  typeof value === 'object' && value !== null && 'byKey' in value && 'list' in value;

/** What a thread has to be sent that has `before`. Columns are in memory that threads share. */
export function patchFrom(before: Snapshot | null, snapshot: Snapshot): SnapshotPatch {
  const patch: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(snapshot)) {
    if (before !== null && before[name as keyof Snapshot] === value) continue;
    patch[name] = isCatalogue(value) ? value.list : value;
  }
  if (before !== null && 'digests' in patch && isPrefix(before.digests, snapshot.digests)) {
    delete patch.digests;
    patch.laterDigests = snapshot.digests.slice(before.digests.length);
  }
  return patch;
}

/** Each digest covers all that came before it. */
const isPrefix = (digests: readonly string[], later: readonly string[]): boolean =>
  digests.length <= later.length && digests.at(-1) === later[digests.length - 1];

/** The snapshots of a thread, one made of the other. */
export class PatchedSnapshot {
  #data: SnapshotData | null = null;
  #snapshot: Snapshot | null = null;

  next(patch: SnapshotPatch): Snapshot {
    if (this.#snapshot !== null && Object.keys(patch).length === 0) return this.#snapshot;
    const before = this.#snapshot;
    const { laterDigests, ...rest } = patch;
    const digests = laterDigests === undefined ? {} : { digests: [...(this.#data?.digests ?? []), ...laterDigests] };
    const isFirst = this.#data === null;
    const data = { ...this.#data, ...rest, ...digests } as SnapshotData; // the first patch has everything
    // Lists that a later revision changes are taken as they come: to look through them with every revision would take longer than they are worth.
    this.#data = isFirst ? withEqualTextsOnce(data) : data;
    const made = snapshotOf(this.#data);
    // A catalogue that is the same keeps what is remembered of it.
    const kept = Object.entries(before ?? {}).filter(([name, value]) => !(name in patch) && isCatalogue(value));
    this.#snapshot = { ...made, ...Object.fromEntries(kept) };
    return this.#snapshot;
  }
}
