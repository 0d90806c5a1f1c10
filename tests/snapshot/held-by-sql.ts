import type { Pool } from 'pg';

// Nothing of this is how a snapshot is made: it is the definition, as SQL says it best.
const query = `
  WITH point AS (SELECT day, revision FROM unnest($1::date[]) AS day, generate_series($2::int, $3::int) AS revision),
  latest AS (
    SELECT DISTINCT ON (day, revision, party_id, proposition_id)
      day, revision, party_id, proposition_id, id, position, held_until
    FROM stance JOIN point ON held_from <= day AND added_in <= revision AND coalesce(retired_in > revision, true)
    ORDER BY day, revision, party_id, proposition_id, held_from DESC),
  in_force AS (SELECT * FROM latest WHERE coalesce(held_until > day, true)),
  absent AS (
    SELECT DISTINCT day, revision, party_id, proposition_id
    FROM absence JOIN point ON date <= day AND added_in <= revision AND coalesce(retired_in > revision, true)
    WHERE NOT EXISTS (SELECT FROM in_force h WHERE (h.day, h.revision, h.party_id, h.proposition_id)
      = (point.day, point.revision, absence.party_id, absence.proposition_id))),
  line AS (
    SELECT day, revision, party_id, proposition_id, concat(id, ' ', array_position(
      ARRAY['OPPOSE', 'LEAN_OPPOSE', 'NEUTRAL', 'LEAN_SUPPORT', 'SUPPORT']::"Position"[], position) - 3) AS said FROM in_force
    UNION ALL SELECT day, revision, party_id, proposition_id, 'ABSENT' FROM absent)
  SELECT to_char(day, 'YYYY-MM-DD') AS day, revision, concat(party.key, ' ', proposition.key, ' ', said) AS line
  FROM line JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id`;

/** What the database itself says of who holds what on some days, revision by revision; `held` says the same of a snapshot, in the same words. */
export async function heldBySql(pool: Pool, days: readonly string[], since: number, last: number) {
  const { rows } = await pool.query<{ day: string; revision: number; line: string }>(query, [days, since, last]);
  const byPoint = Map.groupBy(rows, ({ day, revision }) => `${revision} ${day}`);
  return Array.from({ length: last - since + 1 }, (_, index) => ({
    revision: since + index,
    held: days.map((day) => (byPoint.get(`${since + index} ${day}`) ?? []).map(({ line }) => line).sort()),
  }));
}
