import type { ClientBase } from 'pg';
import { onTheDay } from '../../check/check-staged.ts';
import { symbolSql, titleSql } from './reused-numbers.ts';

/** How much of the votes of two roll calls must be equal for one to be the other again. */
const alike = 0.97;

interface Repeat {
  readonly place: string;
  readonly later: string;
  readonly earlier: string;
  readonly named: boolean;
  readonly same: number;
  readonly all: number;
}

/**
 * The roll calls that seem to be in the record twice, a sentence each: the same day and text under another number, and almost the same votes. Without
 * symbol and title it is taken for the same only where the two are said to be of different sessions, which one day cannot be.
 */
export async function findRepeats(client: ClientBase): Promise<string[]> {
  const { rowCount } = await client.query(`CREATE TEMP TABLE staged_repeat ON COMMIT DROP AS ${likePairs}`);
  if (rowCount === 0) return []; // as usual: what follows reads every staged vote
  const { rows } = await client.query<Repeat>(
    `${votesOfPairs}
     SELECT place, later, earlier, named, same::int, "all"::int FROM staged_repeat pair, LATERAL (
       SELECT count(*) FILTER (WHERE a.position = b.position) AS same, count(*) AS "all"
       FROM (SELECT * FROM votes WHERE id = pair.later_id) a FULL JOIN (SELECT * FROM votes WHERE id = pair.earlier_id) b USING (party_id)) compared
     WHERE same >= $1::float8 * "all" AND "all" > 0 ORDER BY later_id`,
    [alike],
  );
  return rows.map(({ place, later, earlier, named, same, all }) => {
    const text = named ? 'symbol and title' : 'no symbol and no title, another session';
    return `Warning: ${place}: ${later} seems to be ${earlier} again: the same day, ${text}, ${same} of ${all} votes alike. Both are imported.`;
  });
}

const toCompare = `id, key, session, tabled_on, text_scope, ${symbolSql('t.symbol')} AS symbol, ${titleSql('t')} AS title`;

/** SQL: staged roll calls that may be another one, staged or of the ledger, again. */
const likePairs = `
  WITH told AS (SELECT ${toCompare}, place FROM staged_proposition t WHERE tabled_on_precision = 'DAY'),
  known AS (
    SELECT ${toCompare} FROM proposition t WHERE tabled_on_precision = 'DAY' AND retired_in IS NULL AND starts_with(key, 'unga-')
      AND NOT EXISTS (SELECT FROM staged_proposition s WHERE s.key = t.key))
  SELECT told.place, told.id AS later_id, told.key AS later, other.id AS earlier_id, other.key AS earlier, told.title IS NOT NULL AS named
  FROM told
  JOIN (SELECT id, key, session, tabled_on, text_scope, symbol, title FROM told UNION ALL SELECT * FROM known) other USING (tabled_on, text_scope)
  WHERE told.id > other.id AND told.symbol IS NOT DISTINCT FROM other.symbol AND told.title IS NOT DISTINCT FROM other.title
    AND (told.session <> other.session OR told.title IS NOT NULL)`;

/** SQL: the votes of these pairs, as the files have them, or else the ledger. */
const votesOfPairs = `
  WITH concerned AS (SELECT later_id AS id, later AS key FROM staged_repeat UNION SELECT earlier_id, earlier FROM staged_repeat),
  votes AS MATERIALIZED (
    SELECT concerned.id, staged_voter.party_id, said.position
    FROM concerned JOIN staged_roll_call r USING (key) JOIN staged_vote said USING (roll_call)
    JOIN staged_voter ON ${onTheDay('said.voter', 'r.tabled_on')}
    UNION SELECT concerned.id, t.party_id, t.position
    FROM concerned JOIN stance t ON t.proposition_id = concerned.id
    WHERE t.retired_in IS NULL AND NOT EXISTS (SELECT FROM staged_roll_call r WHERE r.key = concerned.key))`;
