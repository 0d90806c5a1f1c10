import type { ClientBase } from 'pg';
import type { AbsenceColumns } from '#agreement/stance-columns.ts';
import type { Catalogue, Party, Proposition } from './catalogue.ts';
import { copyIntegers } from './copy-integers.ts';
import { ordinalsById } from './load-stances.ts';
import { bucketStarts } from './sorted-places.ts';
import { daySql } from './sql.ts';

/** Every absence ever recorded, in columns. */
export async function loadAbsences(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<AbsenceColumns> {
  const partyOrdinals = ordinalsById(parties);
  const propositionOrdinals = ordinalsById(propositions);
  const rows: number[][] = [];
  const query = `
    SELECT party_id, proposition_id, ${daySql('date')}, added_in, retired_in FROM absence
    ORDER BY proposition_id, party_id, date, added_in`;
  await copyIntegers(client, query, (row) => rows.push([...row]));
  const column = (field: number) => rows.map((row) => row[field] as number);
  // Ordinals follow ids, so the order of the query is that of the columns.
  const proposition = column(1).map((id) => propositionOrdinals[id] as number);
  return {
    length: rows.length,
    party: Uint16Array.from(column(0), (id) => partyOrdinals[id] as number),
    day: Int32Array.from(column(2)),
    addedIn: Int32Array.from(column(3)),
    retiredIn: Int32Array.from(column(4)),
    start: bucketStarts(proposition, rows.length, propositions.list.length),
  };
}
