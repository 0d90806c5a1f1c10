import type { Client } from 'pg';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import { asOf } from '../matrix/whole.ts';

const halfSteps = `CASE position WHEN 'SUPPORT' THEN 2 WHEN 'LEAN_SUPPORT' THEN 1 WHEN 'NEUTRAL' THEN 0 WHEN 'LEAN_OPPOSE' THEN -1 ELSE -2 END`;
const held = `
  SELECT party_id, proposition_id, coalesce(series, session::text) AS session, ${halfSteps} AS half_steps
  FROM stance JOIN proposition ON proposition.id = proposition_id
  WHERE kind = 'ROLL_CALL' AND stance.retired_in IS NULL AND held_from <= date '${asOf}'`;

export interface SessionRow {
  readonly other: number;
  readonly session: string;
  readonly shared: number;
  readonly value: number;
}

/** The agreement of a party with each of some others in each session in which they share a roll call. */
export async function seriesBySql(
  client: Client,
  party: Party,
  others: readonly Party[],
): Promise<readonly SessionRow[]> {
  const { rows } = await client.query<SessionRow>(
    `SELECT b.party_id AS other, a.session, count(*)::int AS shared,
       1 - sum(abs(a.half_steps - b.half_steps)) / (4.0::float8 * count(*)) AS value
     FROM (${held} AND party_id = $1) a JOIN (${held} AND party_id = ANY($2::int[])) b USING (proposition_id)
     GROUP BY b.party_id, a.session`,
    [party.id, others.map(({ id }) => id)],
  );
  return rows;
}
