import type { Pool } from 'pg';
import { dateOf } from '#agreement/day.ts';
import { fromHalfSteps } from '#agreement/position.ts';
import { eachStanceRowOn, NEVER } from '#agreement/stance-columns.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { bases, basisIn, confidenceIn, confidences, precisionIn, precisions } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { differences } from './differences.ts';

const query = `
  SELECT concat_ws(' ', stance.id, party.key, proposition.key, position, to_char(held_from, 'YYYY-MM-DD'), held_from_precision,
    coalesce(to_char(held_until, 'YYYY-MM-DD'), '-'), basis, confidence, stance.added_in, coalesce(stance.retired_in::text, '-')) AS line
  FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id`;

/** What is wrong with the stances of a snapshot, compared row by row with what SQL says of a ledger that is at its revision. */
export async function checkSnapshot(pool: Pool, name: string, snapshot: Snapshot): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(query);
  const expected = rows.map(({ line }) => line);
  return differences(`${name}: stance`, expected, linesOf(snapshot));
}

/** Every version by the index of its proposition, which finds each once. */
function linesOf(snapshot: Snapshot): string[] {
  const { stances, parties, propositions } = snapshot;
  const lines: string[] = [];
  for (const { ordinal, key } of propositions.list) {
    eachStanceRowOn(stances, ordinal, (place) => {
      const at = (column: ArrayLike<number>) => column[place] as number; // places are below the length
      const day = (number: number) => (number === NEVER ? '-' : dateOf(number));
      const { retiredIn } = stances;
      lines.push(
        [
          at(stances.id),
          rowAt(parties, at(stances.party)).key,
          key,
          fromHalfSteps(at(stances.position)),
          day(at(stances.heldFrom)),
          precisions[precisionIn(at(stances.traits))],
          day(at(stances.heldUntil)),
          bases[basisIn(at(stances.traits))],
          confidences[confidenceIn(at(stances.traits))],
          at(stances.addedIn),
          at(retiredIn) === NEVER ? '-' : at(retiredIn),
        ].join(' '),
      );
    });
  }
  return lines;
}
