import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

type Columns = Snapshot['stances'];

const none = -1;

/** Ids are given one after another, so a table by id is short; where whole ranges were left out it would not be, and there is none. */
const longestTable = ({ length }: Columns) => 1_000_000 + 4 * length;

const tableOf = oncePer((columns: Columns): Int32Array | null => {
  const { id, length } = columns;
  let largest = 0;
  for (let place = 0; place < length; place++) if ((id[place] as number) > largest) largest = id[place] as number;
  if (largest >= longestTable(columns)) return null;
  const places = new Int32Array(largest + 1).fill(none);
  for (let place = 0; place < length; place++) places[id[place] as number] = place;
  return places;
});

/** Row index of a stance in the columns by its id; null when there is none. */
export function placeOfStance({ stances }: Pick<Snapshot, 'stances'>, id: number): number | null {
  const table = tableOf(stances);
  const place = table === null ? stances.id.subarray(0, stances.length).indexOf(id) : (table[id] ?? none);
  return place === none ? null : place;
}
