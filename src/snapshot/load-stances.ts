import type { ClientBase } from 'pg';
import { settledOf } from '#agreement/settled.ts';
import type { StanceColumns } from '#agreement/stance-columns.ts';
import type { Catalogue, Party, Proposition } from './catalogue.ts';
import { type ColumnArrays, columnArrays, gathered, grown } from './column-arrays.ts';
import { copyIntegers } from './copy-integers.ts';
import { oncePer } from './once-per.ts';
import { bucketStarts, sortedPlaces } from './sorted-places.ts';
import { stanceField, stanceQuery, unpackTraits } from './stance-rows.ts';

const firstCapacity = 1 << 16;

/** Room for what later revisions add before everything has to be read again. */
const slack = (length: number) => Math.max(1024, Math.ceil(length / 32));

/** Every stance ever recorded, streamed into columns. */
export async function loadStances(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<StanceColumns> {
  const ordinals = { party: ordinalsById(parties), proposition: ordinalsById(propositions) };
  let columns = columnArrays(firstCapacity);
  let length = 0;
  await copyIntegers(client, stanceQuery(), (row) => {
    if (length === columns.id.length) columns = grown(columns, length * 2);
    writeStance(columns, length++, row, ordinals);
  });
  const order = sortedPlaces(columns, length, parties.list.length, propositions.list.length);
  const sorted = gathered(columns, order, length + slack(length));
  const start = bucketStarts(sorted.proposition, length, propositions.list.length);
  return { ...sorted, length, start, tail: new Map(), settled: settledOf({ ...sorted, start }) };
}

/** Ordinals by the ids of the database, which are small and dense. */
export const ordinalsById = oncePer(({ list }: Catalogue<Party | Proposition>): Uint32Array => {
  const ordinals = new Uint32Array(list.reduce((most, { id }) => Math.max(most, id), 0) + 1);
  for (const { id, ordinal } of list) ordinals[id] = ordinal;
  return ordinals;
});

/** Writes a row of `stanceQuery` at a row index. */
export function writeStance(
  columns: ColumnArrays,
  place: number,
  row: ArrayLike<number>,
  ordinals: { readonly party: Uint32Array; readonly proposition: Uint32Array },
): void {
  const field = (name: keyof typeof stanceField) => row[stanceField[name]] as number;
  const { position, basis, confidence, precision } = unpackTraits(field('traits'));
  columns.id[place] = field('id');
  columns.party[place] = ordinals.party[field('party')] as number;
  columns.proposition[place] = ordinals.proposition[field('proposition')] as number;
  columns.position[place] = position;
  columns.heldFrom[place] = field('heldFrom');
  columns.heldUntil[place] = field('heldUntil');
  columns.addedIn[place] = field('addedIn');
  columns.retiredIn[place] = field('retiredIn');
  columns.basis[place] = basis;
  columns.confidence[place] = confidence;
  columns.precision[place] = precision;
}
