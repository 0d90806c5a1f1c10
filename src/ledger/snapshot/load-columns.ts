import type { ClientBase } from 'pg';
import { type Position, toHalfSteps } from '#agreement/position.ts';
import { type AbsenceColumns, NEVER, type StanceColumns } from '#agreement/stance-columns.ts';
import type { Basis, Confidence, Precision } from '../generated/enums.ts';
import { bases, confidences, precisions } from './closed-sets.ts';
import type { Catalogue, Party, Proposition } from './snapshot.ts';

type StanceTuple = [number, number, number, Position, number, number, number, number, Basis, Confidence, Precision];

/** Every stance ever recorded, in columns. */
export async function loadStances(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<StanceColumns> {
  const { rows } = await client.query<StanceTuple>({
    rowMode: 'array',
    text: `
      SELECT id, party_id, proposition_id, position, held_from - date '1970-01-01', coalesce(held_until - date '1970-01-01', ${NEVER}),
        added_in, coalesce(retired_in, ${NEVER}), basis, confidence, held_from_precision
      FROM stance ORDER BY proposition_id, party_id, held_from, added_in`,
  });
  const length = rows.length;
  const columns = {
    length,
    id: new Int32Array(length),
    party: new Uint16Array(length),
    proposition: new Uint32Array(length),
    position: new Int8Array(length),
    heldFrom: new Int32Array(length),
    heldUntil: new Int32Array(length),
    addedIn: new Int32Array(length),
    retiredIn: new Int32Array(length),
    basis: new Uint8Array(length),
    confidence: new Uint8Array(length),
    precision: new Uint8Array(length),
  };
  rows.forEach(
    ([id, party, proposition, position, from, until, added, retired, basis, confidence, precision], place) => {
      columns.id[place] = id;
      columns.party[place] = parties.byId.get(party)?.ordinal ?? 0;
      columns.proposition[place] = propositions.byId.get(proposition)?.ordinal ?? 0;
      columns.position[place] = toHalfSteps(position);
      columns.heldFrom[place] = from;
      columns.heldUntil[place] = until;
      columns.addedIn[place] = added;
      columns.retiredIn[place] = retired;
      columns.basis[place] = bases.indexOf(basis);
      columns.confidence[place] = confidences.indexOf(confidence);
      columns.precision[place] = precisions.indexOf(precision);
    },
  );
  return { ...columns, start: starts(columns.proposition, propositions.list.length) };
}

/** Every absence ever recorded, in columns. */
export async function loadAbsences(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<AbsenceColumns> {
  const { rows } = await client.query<[number, number, number, number, number]>({
    rowMode: 'array',
    text: `SELECT party_id, proposition_id, date - date '1970-01-01', added_in, coalesce(retired_in, ${NEVER})
           FROM absence ORDER BY proposition_id, party_id, date, added_in`,
  });
  const length = rows.length;
  const columns = {
    length,
    party: Uint16Array.from(rows, ([party]) => parties.byId.get(party)?.ordinal ?? 0),
    day: Int32Array.from(rows, ([, , day]) => day),
    addedIn: Int32Array.from(rows, ([, , , added]) => added),
    retiredIn: Int32Array.from(rows, ([, , , , retired]) => retired),
  };
  const ofProposition = Uint32Array.from(rows, ([, proposition]) => propositions.byId.get(proposition)?.ordinal ?? 0);
  return { ...columns, start: starts(ofProposition, propositions.list.length) };
}

/** Where the rows of each proposition begin in a sorted column of ordinals; one more at the end. */
export function starts(sorted: Uint32Array, propositions: number): Uint32Array {
  const start = new Uint32Array(propositions + 1);
  for (const proposition of sorted) start[proposition + 1] = (start[proposition + 1] as number) + 1;
  for (let index = 1; index <= propositions; index++)
    start[index] = (start[index] as number) + (start[index - 1] as number);
  return start;
}
