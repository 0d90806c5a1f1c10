import { extendedSettled, unsettled } from '#agreement/settled.ts';
import { placesOn, type StanceColumns } from '#agreement/stance-columns.ts';
import { writeStance } from './load-stances.ts';
import { stanceField } from './stance-rows.ts';

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
    const place = columns.length + index;
    writeStance(columns, place, row, ordinals);
    const proposition = columns.proposition[place] as number;
    const places = more.get(proposition) ?? [];
    places.push(place);
    more.set(proposition, places);
  });
  const tail = new Map(columns.tail);
  for (const [proposition, places] of more) tail.set(proposition, [...(tail.get(proposition) ?? []), ...places]);
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
  const retiredIn = columns.retiredIn.slice();
  const touched = new Set<number>();
  for (const row of rows) {
    const proposition = ordinals.proposition[row[stanceField.proposition] as number] as number;
    touched.add(proposition);
    for (const place of placesOn(columns, proposition)) {
      if (columns.id[place] === row[stanceField.id]) retiredIn[place] = row[stanceField.retiredIn] as number;
    }
  }
  return { retiredIn, settled: unsettled(columns.settled, touched) };
}
