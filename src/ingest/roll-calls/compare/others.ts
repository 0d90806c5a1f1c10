import type { ClientBase } from 'pg';
import { onTheDay } from '../check/check-staged.ts';
import type { Matches } from '../match/same-roll-call.ts';

/**
 * Makes the tables of what other sources hold of the matched roll calls (`staged_other`), and of what the files say otherwise (`staged_difference`).
 * What the other source holds stands, and the files say nothing beside it; with `officialFirst` it is `overruled` where they say otherwise: then it is
 * retired, and there is no difference.
 */
export async function compareWithOthers(
  client: ClientBase,
  source: string,
  { same }: Matches,
  officialFirst: boolean,
): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged_other (record text, id int, proposition_id int, party_id int, position "Position", overruled boolean) ON COMMIT DROP;
    CREATE TEMP TABLE staged_difference (file smallint, line int, proposition_id int, party_id int, source text, position "Position", address text)
      ON COMMIT DROP`);
  if (same.size === 0) return;
  const ofOthers = (table: string, position: string) =>
    `SELECT '${table}', t.id, proposition_id, party_id, ${position}, false FROM ${table} t JOIN revision ON revision.number = t.added_in
     WHERE t.retired_in IS NULL AND revision.source <> $1 AND proposition_id IN (SELECT proposition_id FROM staged_target WHERE is_matched)`;
  await client.query(
    `INSERT INTO staged_other ${ofOthers('stance', 'position')} UNION ALL ${ofOthers('absence', 'NULL::"Position"')}`,
    [source],
  );
  await client.query('ANALYZE staged_other');
  await client.query(
    `INSERT INTO staged_difference
     SELECT said.file, said.line, r.proposition_id, staged_voter.party_id, $1, said.position, described.addresses->0->>'url'
     FROM (
       SELECT file, line, roll_call, voter, position FROM staged_vote
       UNION ALL SELECT file, line, roll_call, voter, NULL FROM staged_absence WHERE absent) said
     JOIN staged_target r ON r.roll_call = said.roll_call AND r.is_matched
     JOIN staged_roll_call described ON described.roll_call = said.roll_call
     JOIN staged_voter ON ${onTheDay('said.voter', 'r.day')}
     JOIN staged_other other ON other.proposition_id = r.proposition_id AND other.party_id = staged_voter.party_id
     WHERE said.position IS DISTINCT FROM other.position`,
    [source],
  );
  if (!officialFirst) return;
  await client.query(
    `UPDATE staged_other other SET overruled = true FROM staged_difference d
     WHERE d.proposition_id = other.proposition_id AND d.party_id = other.party_id`,
  );
  await client.query('TRUNCATE staged_difference');
}
