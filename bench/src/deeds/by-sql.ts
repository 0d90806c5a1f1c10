import type { Pool } from 'pg';
import { deedsKnown } from '../../../src/comparison/deeds/known-deeds.ts';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';

// Which roll call a deed is, is given: symbols have no one form in SQL.
const text = `
  WITH deed AS (SELECT * FROM unnest($1::int[], $2::int[], $3::int[]) AS deed(claim, roll_call, sign)),
  asked AS (SELECT unnest($4::int[]) AS party),
  value AS (SELECT * FROM (VALUES ('SUPPORT', 2), ('LEAN_SUPPORT', 1), ('NEUTRAL', 0), ('LEAN_OPPOSE', -1), ('OPPOSE', -2)) v(position, steps)),
  side AS (
    SELECT asked.party, word.steps AS word, deed.sign * vote.steps AS vote FROM deed CROSS JOIN asked
    LEFT JOIN LATERAL (
      SELECT s.position, s.held_until FROM stance s
      WHERE s.party_id = asked.party AND s.proposition_id = deed.claim AND s.retired_in IS NULL AND s.held_from <= $5::date
      ORDER BY s.held_from DESC LIMIT 1) said ON said.held_until IS NULL OR said.held_until > $5::date
    LEFT JOIN value word ON word.position = said.position::text
    LEFT JOIN stance cast_vote ON cast_vote.party_id = asked.party AND cast_vote.proposition_id = deed.roll_call AND cast_vote.retired_in IS NULL
    LEFT JOIN value vote ON vote.position = cast_vote.position::text)
  SELECT party, CASE WHEN word IS NULL OR vote IS NULL THEN 'SILENT' WHEN word = vote THEN 'CONSISTENT' WHEN word * vote < 0 THEN 'CONTRARY'
    ELSE 'SOFTER' END AS verdict, count(*)::int AS count
  FROM side WHERE word IS NOT NULL OR vote IS NOT NULL GROUP BY 1, 2`;

/** How many of the deeds with a roll call have which verdict, by party (id) and verdict. */
export async function countsBySql(
  pool: Pool,
  snapshot: Snapshot,
  parties: readonly Party[],
  asOf: string,
): Promise<ReadonlyMap<string, number>> {
  const deeds = deedsKnown(snapshot, snapshot.revision).flatMap(({ deed, claim, rollCalls: [rollCall] }) =>
    rollCall === undefined ? [] : [{ claim: claim.id, rollCall: rollCall.id, sign: deed.sign }],
  );
  const { rows } = await pool.query<{ party: number; verdict: string; count: number }>(text, [
    deeds.map(({ claim }) => claim),
    deeds.map(({ rollCall }) => rollCall),
    deeds.map(({ sign }) => sign),
    parties.map(({ id }) => id),
    asOf,
  ]);
  return new Map(rows.map(({ party, verdict, count }) => [`${party} ${verdict}`, count]));
}
