import type { Pool } from 'pg';

/** What a record that a snapshot does not hold is about, by ids; null: of no party, or no proposition. */
export interface TouchedElsewhere {
  readonly partyId: number | null;
  readonly propositionId: number | null;
}

/** Tables of records that a snapshot does not hold, or not by their revisions, and that are about a party or a proposition. */
export const tablesElsewhere = ['citation', 'signatory', 'passage_party', 'passage_stance', 'difference'] as const;

const parts: Readonly<Record<(typeof tablesElsewhere)[number], string>> = {
  // Those of a stance that the revision itself added or retired say nothing new.
  citation: `SELECT party_id, proposition_id FROM citation JOIN stance ON stance.id = stance_id
    WHERE (citation.added_in = $1 OR citation.retired_in = $1) AND stance.added_in <> $1 AND stance.retired_in IS DISTINCT FROM $1`,
  signatory: 'SELECT party_id, NULL::int FROM signatory WHERE added_in = $1 OR retired_in = $1',
  passage_party: 'SELECT party_id, NULL::int FROM passage_party WHERE added_in = $1 OR retired_in = $1',
  passage_stance: 'SELECT party_id, proposition_id FROM passage_stance WHERE added_in = $1 OR retired_in = $1',
  difference: 'SELECT party_id, proposition_id FROM difference WHERE added_in = $1 OR retired_in = $1',
};

/** What a revision touched by citations of stances that stood before, signatories, passages and differences, each once; `changed` are its tables. */
export async function readTouchedElsewhere(
  pool: Pool,
  revision: number,
  changed: ReadonlySet<string>,
): Promise<TouchedElsewhere[]> {
  const asked = tablesElsewhere.filter((table) => changed.has(table));
  if (asked.length === 0) return [];
  const text = `SELECT party_id AS "partyId", proposition_id AS "propositionId" FROM
    (${asked.map((table) => parts[table]).join(' UNION ')}) AS touched (party_id, proposition_id)`;
  const { rows } = await pool.query<TouchedElsewhere>({
    name: `touched by ${asked.join(', ')}`,
    text,
    values: [revision],
  });
  return rows;
}
