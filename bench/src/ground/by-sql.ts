import type { Client } from 'pg';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import { asOf } from '../matrix/whole.ts';

const halfSteps = `CASE position WHEN 'SUPPORT' THEN 2 WHEN 'LEAN_SUPPORT' THEN 1 WHEN 'NEUTRAL' THEN 0 WHEN 'LEAN_OPPOSE' THEN -1 ELSE -2 END`;
const held = `
  SELECT party_id, proposition_id, ${halfSteps} AS half_steps
  FROM stance JOIN proposition ON proposition.id = proposition_id
  WHERE kind = 'ROLL_CALL' AND stance.retired_in IS NULL AND held_from <= date '${asOf}'`;

const idsOf = (parties: readonly Party[]) => parties.map(({ id }) => id);

export interface GroundBySql {
  readonly proposition: number;
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
}

/** How many of the parties stand where on each roll call on which two or more of them voted, the largest share of one side first. */
export async function groundBySql(client: Client, parties: readonly Party[]): Promise<readonly GroundBySql[]> {
  const { rows } = await client.query<GroundBySql>(
    `SELECT proposition_id AS proposition, count(*) FILTER (WHERE half_steps > 0)::int AS support,
       count(*) FILTER (WHERE half_steps < 0)::int AS oppose, count(*) FILTER (WHERE half_steps = 0)::int AS neutral
     FROM (${held} AND party_id = ANY($1::int[])) AS held GROUP BY proposition_id HAVING count(*) >= 2
     ORDER BY greatest(count(*) FILTER (WHERE half_steps > 0), count(*) FILTER (WHERE half_steps < 0)) DESC, proposition_id`,
    [idsOf(parties)],
  );
  return rows;
}

export interface WedgeBySql {
  readonly proposition: number;
  readonly value: number;
}

/** What parts two sets of parties, the strongest first. */
export async function wedgesBySql(
  client: Client,
  left: readonly Party[],
  right: readonly Party[],
): Promise<readonly WedgeBySql[]> {
  const { rows } = await client.query<WedgeBySql>(
    `WITH counts AS (
       SELECT proposition_id,
         count(*) FILTER (WHERE half_steps > 0 AND party_id = ANY($1::int[])) / $3::float8 AS left_for,
         count(*) FILTER (WHERE half_steps < 0 AND party_id = ANY($1::int[])) / $3::float8 AS left_against,
         count(*) FILTER (WHERE half_steps > 0 AND party_id = ANY($2::int[])) / $4::float8 AS right_for,
         count(*) FILTER (WHERE half_steps < 0 AND party_id = ANY($2::int[])) / $4::float8 AS right_against
       FROM (${held} AND party_id = ANY($1::int[] || $2::int[])) AS held GROUP BY proposition_id),
     ways AS (
       SELECT proposition_id, least(left_for, right_against) AS one, least(left_against, right_for) AS other,
         left_for + right_against AS one_sum, left_against + right_for AS other_sum FROM counts)
     SELECT proposition_id AS proposition, greatest(one, other) AS value FROM ways
     WHERE greatest(one, other) > 0 AND (one <> other OR one_sum <> other_sum) ORDER BY 2 DESC, 1`,
    [idsOf(left), idsOf(right), left.length, right.length],
  );
  return rows;
}

export interface NearestBySql {
  readonly party: number;
  readonly value: number;
  readonly shared: number;
}

/** The agreement of the first of the parties with each of the others, the highest first. */
export async function nearestBySql(client: Client, parties: readonly Party[]): Promise<readonly NearestBySql[]> {
  const [own, ...others] = idsOf(parties);
  const { rows } = await client.query<NearestBySql>(
    `SELECT b.party_id AS party, count(*)::int AS shared, 1 - sum(abs(a.half_steps - b.half_steps)) / (4.0::float8 * count(*)) AS value
     FROM (${held} AND party_id = $1) a JOIN (${held} AND party_id = ANY($2::int[])) b USING (proposition_id)
     GROUP BY b.party_id ORDER BY value DESC, shared DESC`,
    [own, others],
  );
  return rows;
}
