import type { Pool } from 'pg';

// Nothing of this is how a snapshot is made: it is the definition, as SQL says it best.
const query = `
  WITH revisions AS (SELECT revision FROM generate_series($1::int, $2::int) revision),
  redated AS (
    SELECT document.id, revision, coalesce(
      (SELECT (before ->> 'date')::date FROM amendment
       WHERE record = 'document' AND record_id = document.id AND amendment.revision > revisions.revision ORDER BY amendment.id LIMIT 1),
      date) AS date
    FROM document, revisions)
  SELECT revisions.revision, stance.id, to_char(greatest(held_from, max(redated.date)), 'YYYY-MM-DD') AS "lastConfirmed"
  FROM revisions JOIN stance ON stance.added_in <= revision AND coalesce(stance.retired_in > revision, true)
    LEFT JOIN citation ON stance_id = stance.id AND role = 'PRIMARY'
      AND citation.added_in <= revision AND coalesce(citation.retired_in > revision, true)
    LEFT JOIN redated ON redated.id = document_id AND redated.revision = revisions.revision
  GROUP BY revisions.revision, stance.id ORDER BY revisions.revision, stance.id`;

/** What the database itself says of when each stance was last confirmed, revision by revision. */
export async function confirmedBySql(pool: Pool, since: number, last: number) {
  const { rows } = await pool.query<{ revision: number; id: number; lastConfirmed: string }>(query, [since, last]);
  const byRevision = Map.groupBy(rows, ({ revision }) => revision);
  return Array.from({ length: last - since + 1 }, (_, index) => ({
    revision: since + index,
    stances: (byRevision.get(since + index) ?? []).map(({ id, lastConfirmed }) => ({ id, lastConfirmed })),
  }));
}
