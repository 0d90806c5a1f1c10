import type { StanceColumns } from '#agreement/stance-columns.ts';
import { oncePer } from './once-per.ts';

type Columns = Pick<StanceColumns, 'id' | 'length'>;

/** Ids are given one after another, so a table by id is short; where whole ranges were left out it would not be, and they are looked up. */
const longestTable = ({ length }: Columns) => 1_000_000 + 4 * length;

const none = -1;

const lookUpIn = oncePer((columns: Columns): ((id: number) => number) => {
  const { id, length } = columns;
  let largest = 0;
  for (let stanceRow = 0; stanceRow < length; stanceRow++)
    if ((id[stanceRow] as number) > largest) largest = id[stanceRow] as number;
  if (largest >= longestTable(columns)) {
    const stanceRows = new Map<number, number>();
    for (let stanceRow = 0; stanceRow < length; stanceRow++) stanceRows.set(id[stanceRow] as number, stanceRow);
    return (id) => stanceRows.get(id) ?? none;
  }
  const stanceRows = new Int32Array(largest + 1).fill(none);
  for (let stanceRow = 0; stanceRow < length; stanceRow++) stanceRows[id[stanceRow] as number] = stanceRow;
  return (id) => stanceRows[id] ?? none;
});

/** Row index of a stance in the columns by its id; null when there is none. */
export function stanceRowOfId({ stances }: { readonly stances: Columns }, id: number): number | null {
  const stanceRow = lookUpIn(stances)(id);
  return stanceRow === none ? null : stanceRow;
}
