import { extendedSettled, type StanceColumns, stanceRowsOn, unsettled } from '#agreement/stance-columns.ts';
import { stanceField } from './column-arrays.ts';
import { writeStance } from './load-stances.ts';
import { sharedCopy } from './shared-arrays.ts';

export interface Ordinals {
  readonly party: Uint32Array;
  readonly proposition: Uint32Array;
}

/**
 * The columns with rows that later revisions added or retired; both as `stanceQuery` gives them. What did not change is shared with the columns
 * given, which stay as they are. Null when there is no room left: then everything has to be read again.
 */
export function appendStances(
  columns: StanceColumns,
  added: readonly (readonly number[])[],
  retired: readonly (readonly number[])[],
  ordinals: Ordinals,
  propositions: number,
): StanceColumns | null {
  const length = columns.length + added.length;
  if (length > columns.id.length) return null;
  const more = new Map<number, number[]>();
  added.forEach((row, index) => {
    const stanceRow = columns.length + index;
    writeStance(columns, stanceRow, row, ordinals);
    const proposition = columns.proposition[stanceRow] as number;
    const stanceRows = more.get(proposition) ?? [];
    stanceRows.push(stanceRow);
    more.set(proposition, stanceRows);
  });
  const tail = new Map(columns.tail);
  for (const [proposition, stanceRows] of more)
    tail.set(proposition, [...(tail.get(proposition) ?? []), ...stanceRows]);
  const start = extended(columns.start, propositions);
  const next = { ...columns, length, tail, start, settled: extendedSettled(columns.settled, propositions) };
  return retired.length === 0 ? next : { ...next, ...retire(next, retired, ordinals) };
}

/** New propositions have no sorted rows. */
function extended(start: Uint32Array, propositions: number): Uint32Array {
  if (start.length === propositions + 1) return start;
  const longer = new Uint32Array(propositions + 1).fill(start.at(-1) ?? 0);
  longer.set(start);
  return longer;
}

function retire(columns: StanceColumns, rows: readonly (readonly number[])[], ordinals: Ordinals) {
  const retiredIn = sharedCopy(columns.retiredIn);
  const touched = new Set<number>();
  for (const row of rows) {
    const proposition = ordinals.proposition[row[stanceField.proposition] as number] as number;
    touched.add(proposition);
    for (const stanceRow of stanceRowsOn(columns, proposition)) {
      if (columns.id[stanceRow] === row[stanceField.id]) retiredIn[stanceRow] = row[stanceField.retiredIn] as number;
    }
  }
  return { retiredIn, settled: unsettled(columns.settled, touched) };
}
