import { LRUCache } from 'lru-cache';
import { NEVER, stanceRowsOfHolder } from '#agreement/stance-columns.ts';
import { bucketStarts } from '#snapshot/load-stances.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { stancesInOrder } from './stance-orders.ts';

type Column = 'addedIn' | 'retiredIn';

/** Row indexes of the stances that any revision up to the newest put into a column, by revision. */
function byRevision(stances: Snapshot['stances'], column: Column) {
  const revisions = stances[column];
  let newest = 0;
  let count = 0;
  for (let stanceRow = 0; stanceRow < stances.length; stanceRow++) {
    const revision = revisions[stanceRow] as number;
    if (revision === NEVER) continue;
    count++;
    if (revision > newest) newest = revision;
  }
  const stanceRows = new Int32Array(count);
  const found = new Int32Array(count);
  for (let stanceRow = 0, next = 0; stanceRow < stances.length; stanceRow++) {
    if (revisions[stanceRow] === NEVER) continue;
    found[next] = revisions[stanceRow] as number;
    stanceRows[next++] = stanceRow;
  }
  const start = bucketStarts(found, count, newest + 1);
  const next = start.slice();
  const result = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const revision = found[index] as number;
    result[next[revision] as number] = stanceRows[index] as number;
    next[revision] = (next[revision] as number) + 1;
  }
  return (revision: number) => result.subarray(start[revision] ?? 0, start[revision + 1] ?? start[revision] ?? 0);
}

/** Row indexes that are kept in order, for all revisions of a snapshot together. */
const mostPlaces = 2_000_000;

const madeOf = oncePer((stances: Snapshot['stances']) => ({
  addedIn: lazily(() => byRevision(stances, 'addedIn')),
  retiredIn: lazily(() => byRevision(stances, 'retiredIn')),
  inOrder: new LRUCache<string, Int32Array>({ maxSize: mostPlaces, sizeCalculation: ({ length }) => length + 1 }),
}));

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Row indexes of the stances with a revision in a column; by party, proposition and day. */
function stanceRowsWith(snapshot: Snapshot, column: Column, revision: number): Int32Array {
  const made = madeOf(snapshot.stances);
  const question = `${column} ${revision}`;
  const stanceRows = made.inOrder.get(question) ?? stancesInOrder(snapshot, made[column]()(revision), 'PARTY');
  made.inOrder.set(question, stanceRows);
  return stanceRows;
}

/** Row indexes of the stances that a revision added; by party, proposition and day. */
export const stancesAddedIn = (snapshot: Snapshot, revision: number): Int32Array =>
  stanceRowsWith(snapshot, 'addedIn', revision);

/** Row indexes of the stances that a revision retired; in the same order. */
export const stancesRetiredIn = (snapshot: Snapshot, revision: number): Int32Array =>
  stanceRowsWith(snapshot, 'retiredIn', revision);

/** The last revision that added any of the sorted rows. By the column, which the later revisions share that add rows behind them. */
const sortedUpTo = oncePer((addedIn: Snapshot['stances']['addedIn']) => {
  let newest: number | null = null;
  return (sorted: number): number => {
    if (newest !== null) return newest;
    newest = 0;
    for (let row = 0; row < sorted; row++) if ((addedIn[row] as number) > newest) newest = addedIn[row] as number;
    return newest;
  };
});

/** Row indexes of the stances that a revision added, in no order. Of a revision that came after the snapshot was built only what came since is looked through. */
export function stanceRowsAddedIn({ stances }: Snapshot, revision: number): ArrayLike<number> {
  const { addedIn, length, start } = stances;
  const sorted = start.at(-1) ?? 0;
  if (revision <= sortedUpTo(addedIn)(sorted)) return madeOf(stances).addedIn()(revision);
  const stanceRows: number[] = [];
  for (let row = sorted; row < length; row++) if (addedIn[row] === revision) stanceRows.push(row);
  return stanceRows;
}

/** Row indexes of the stances that a revision retired, in no order. */
export const stanceRowsRetiredIn = ({ stances }: Snapshot, revision: number): ArrayLike<number> =>
  madeOf(stances).retiredIn()(revision);

/** Row indexes of every version of a stance that was ever recorded, itself included: of its party, proposition and first day. The oldest first. */
export function versionsOf({ stances }: Snapshot, stanceRow: number): number[] {
  const { heldFrom, addedIn } = stances;
  return stanceRowsOfHolder(stances, stanceRow)
    .filter((other) => heldFrom[other] === heldFrom[stanceRow])
    .sort((a, b) => (addedIn[a] as number) - (addedIn[b] as number));
}
