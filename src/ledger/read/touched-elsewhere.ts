import type { Pool } from 'pg';
import { type About, columnsOf, rowsAreAbout } from './rows-are-about.ts';

/** What a record that a snapshot does not hold is about, by ids; null: of no party, or no proposition. */
export interface TouchedElsewhere {
  readonly partyId: number | null;
  readonly propositionId: number | null;
}

/** Tables of records that a snapshot does not hold, or not by their revisions, and that are about a party or a proposition. */
export const tablesElsewhere = ['citation', 'signatory', 'passage_party', 'passage_stance', 'difference'] as const;

// Those of a stance that the revision itself added or retired say nothing new.
const ofStanceBefore = 'AND stance.added_in <> $1 AND stance.retired_in IS DISTINCT FROM $1';

const selectsOf = (table: (typeof tablesElsewhere)[number]): string[] =>
  rowsAreAbout[table].map((about: About) => {
    const { from = '' } = about;
    return `SELECT ${columnsOf(about)} FROM ${table} AS row ${from}
      WHERE (row.added_in = $1 OR row.retired_in = $1) ${table === 'citation' ? ofStanceBefore : ''}`;
  });

/** What a revision touched by citations of stances that stood before, signatories, passages and differences, each once; `changed` are its tables. */
export async function readTouchedElsewhere(
  pool: Pool,
  revision: number,
  changed: ReadonlySet<string>,
): Promise<TouchedElsewhere[]> {
  const asked = tablesElsewhere.filter((table) => changed.has(table));
  if (asked.length === 0) return [];
  const text = `SELECT DISTINCT party_id AS "partyId", proposition_id AS "propositionId" FROM
    (${asked.flatMap(selectsOf).join(' UNION ALL ')}) AS touched`;
  const { rows } = await pool.query<TouchedElsewhere>({
    name: `touched by ${asked.join(', ')}`,
    text,
    values: [revision],
  });
  return rows;
}
