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
  readonly absent: number;
  readonly unknown: number;
  readonly side: 'SUPPORT' | 'OPPOSE' | null;
  readonly share_of_all: number;
  readonly share_of_holders: number;
  readonly passes: boolean;
  /** How many rows there are, and how many of them pass. */
  readonly total: number;
  readonly passing: number;
}

/**
 * The first page of common ground: how many of the parties stand where on each roll call on which two or more of them voted, the largest share of one side
 * first, then by issue and key. Votes are counted before anything is joined to them.
 */
export async function groundBySql(
  client: Client,
  parties: readonly Party[],
  page: number,
): Promise<readonly GroundBySql[]> {
  const { rows } = await client.query<GroundBySql>(
    `WITH votes AS (
       SELECT proposition_id, count(*) FILTER (WHERE position IN ('SUPPORT', 'LEAN_SUPPORT'))::int AS support,
         count(*) FILTER (WHERE position IN ('OPPOSE', 'LEAN_OPPOSE'))::int AS oppose, count(*) FILTER (WHERE position = 'NEUTRAL')::int AS neutral
       FROM stance
       WHERE retired_in IS NULL AND held_from <= date '${asOf}' AND (held_until IS NULL OR held_until > date '${asOf}') AND party_id = ANY($1::int[])
       GROUP BY proposition_id HAVING count(*) >= 2),
     away AS (
       SELECT proposition_id, count(*)::int AS absent FROM absence
       WHERE retired_in IS NULL AND date <= date '${asOf}' AND party_id = ANY($1::int[]) GROUP BY proposition_id),
     filed AS (
       SELECT proposition_id, min(issue.key COLLATE "C") AS issue FROM proposition_issue link JOIN issue ON issue.id = issue_id
       WHERE link.retired_in IS NULL GROUP BY proposition_id),
     standing AS (
       SELECT proposition.id AS proposition, proposition.key, issue, support, oppose, neutral, coalesce(absent, 0) AS absent,
         $2 - support - oppose - neutral - coalesce(absent, 0) AS unknown,
         CASE WHEN support > oppose THEN 'SUPPORT' WHEN oppose > support THEN 'OPPOSE' END AS side,
         greatest(support, oppose) / $2::float8 AS share_of_all,
         greatest(support, oppose) / (support + oppose + neutral)::float8 AS share_of_holders
       FROM votes JOIN proposition ON proposition.id = proposition_id AND kind = 'ROLL_CALL'
       LEFT JOIN away USING (proposition_id) LEFT JOIN filed USING (proposition_id)),
     judged AS (SELECT *, side IS NOT NULL AND share_of_all >= 0.5 AS passes FROM standing)
     SELECT *, count(*) OVER ()::int AS total, (count(*) FILTER (WHERE passes) OVER ())::int AS passing
     FROM judged ORDER BY share_of_all DESC, issue NULLS LAST, key COLLATE "C" LIMIT $3`,
    [idsOf(parties), parties.length, page],
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
