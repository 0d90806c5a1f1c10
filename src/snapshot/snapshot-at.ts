import { LRUCache } from 'lru-cache';
import type { Catalogue, Document, Issue, Party, Passage, Proposition } from './catalogue.ts';
import { oncePer } from './once-per.ts';
import { digestAt, type Snapshot } from './snapshot.ts';

const mostRevisions = 16;
const mostPasts = 4;

const pastOf = oncePer((_newest: Snapshot) => new LRUCache<number, Snapshot>({ max: mostRevisions }));

/**
 * The newest snapshot with its catalogue as it was known at a revision: the rows that stood then, with the texts that they had. Rows keep their
 * ordinals, so that columns and links, which know their own revisions, are shared. `revision` and `digest` stay those of the newest.
 */
export function snapshotAt(newest: Snapshot, revision: number): Snapshot {
  if (revision >= newest.revision) return newest;
  const past = pastOf(newest);
  const known = past.get(revision) ?? {
    ...newest,
    parties: catalogueAt(newest.parties, revision),
    issues: catalogueAt(newest.issues, revision),
    propositions: catalogueAt(newest.propositions, revision),
    documents: catalogueAt(newest.documents, revision),
    passages: catalogueAt(newest.passages, revision),
  };
  past.set(revision, known);
  return known;
}

const newestOfPast = new WeakMap<Snapshot, Snapshot>();
const wholePastsOf = oncePer((_newest: Snapshot) => new LRUCache<number, Snapshot>({ max: mostPasts }));

/**
 * The ledger as if a revision, from 0, were its newest: for whatever is asked with no point in time of its own. Few of them are remembered, because each
 * remembers what is computed from it.
 */
export function pastSnapshot(newest: Snapshot, revision: number): Snapshot {
  if (revision >= newest.revision) return newest;
  const pasts = wholePastsOf(newest);
  const known = pasts.get(revision);
  if (known !== undefined) return known;
  const past = { ...snapshotAt(newest, revision), revision, digest: digestAt(newest, revision) ?? '' };
  newestOfPast.set(past, newest);
  pasts.set(revision, past);
  return past;
}

/** What a snapshot of the past was made of; the snapshot itself when it is none. */
export const newestOf = (snapshot: Snapshot): Snapshot => newestOfPast.get(snapshot) ?? snapshot;

// Keys and ids do not change, so the maps of the newest catalogue serve for every revision: to make new ones takes longer than all the rest. The rows
// are made as they are asked for: the answer to a write shows few of them.
function catalogueAt<Row extends Party | Issue | Proposition | Document | Passage>(
  newest: Catalogue<Row>,
  revision: number,
): Catalogue<Row> {
  const made: Row[] = [];
  const rowThen = (row: Row): Row => {
    const known = made[row.ordinal] ?? rowAsKnown(row, revision);
    made[row.ordinal] = known;
    return known;
  };
  const then = (row: Row | undefined) => row && rowThen(row);
  let list: readonly Row[] | null = null;
  return {
    get list() {
      list ??= newest.list.map(rowThen);
      return list;
    },
    byKey: { get: (key) => then(newest.byKey.get(key)) },
    byId: { get: (id) => then(newest.byId.get(id)) },
  };
}

function rowAsKnown<Row extends Party | Issue | Proposition | Document | Passage>(row: Row, revision: number): Row {
  const amended = row.earlier.find(({ until }) => until > revision)?.row as Row | undefined; // of the same table as the row
  const then = amended ?? row;
  return { ...then, retired: then.retired || row.addedIn > revision, earlier: [], knownAt: revision };
}
