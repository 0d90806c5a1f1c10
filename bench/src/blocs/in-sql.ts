import type { Client } from 'pg';
import { asOf } from '../matrix/whole.ts';

const confirmed = `status = 'CONFIRMED' AND role = 'MEMBER' AND membership.retired_in IS NULL`;

/** The members of each bloc on the day of each roll call, and what they voted: one row for each bloc and roll call with a member. */
const counted = `
  SELECT bloc.key AS bloc, proposition.id AS proposition, proposition.session, count(*)::int AS members,
    count(stance.id) FILTER (WHERE position IN ('SUPPORT', 'LEAN_SUPPORT'))::int AS support,
    count(stance.id) FILTER (WHERE position = 'NEUTRAL')::int AS neutral,
    count(stance.id) FILTER (WHERE position IN ('OPPOSE', 'LEAN_OPPOSE'))::int AS oppose
  FROM membership
  JOIN party bloc ON bloc.id = bloc_id
  JOIN proposition ON proposition.kind = 'ROLL_CALL' AND tabled_on >= membership."from" AND (membership.until IS NULL OR tabled_on < membership.until)
  LEFT JOIN stance ON stance.party_id = member_id AND stance.proposition_id = proposition.id
    AND stance.retired_in IS NULL AND held_from <= date '${asOf}'
  WHERE ${confirmed} AND bloc.kind = 'BLOC'
  GROUP BY bloc.key, proposition.id, proposition.session`;

export interface CountedRow {
  readonly bloc: string;
  readonly proposition: number;
  readonly members: number;
  readonly support: number;
  readonly neutral: number;
  readonly oppose: number;
}

/** What the members of every bloc voted on every roll call. */
export async function countedInSql(client: Client): Promise<readonly CountedRow[]> {
  return (await client.query<CountedRow>(counted)).rows;
}

export interface CohesionRow {
  readonly bloc: string;
  readonly session: number;
  readonly propositions: number;
  readonly index: number;
}

/** The mean Agreement Index of every bloc in every session. */
export async function cohesionInSql(client: Client): Promise<readonly CohesionRow[]> {
  const { rows } = await client.query<CohesionRow>(`
    SELECT bloc, session, count(*)::int AS propositions,
      avg((greatest(support, neutral, oppose) - (support + neutral + oppose - greatest(support, neutral, oppose)) / 2.0::float8)
        / (support + neutral + oppose)) AS index
    FROM (${counted}) counted WHERE support + neutral + oppose >= 2 GROUP BY bloc, session`);
  return rows;
}
