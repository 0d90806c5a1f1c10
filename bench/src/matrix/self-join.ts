import type { Client } from 'pg';
import type { AgreementMatrix } from '../../../src/comparison/agreement-matrix.ts';
import { asOf } from './whole.ts';

const halfSteps = `CASE position WHEN 'SUPPORT' THEN 2 WHEN 'LEAN_SUPPORT' THEN 1 WHEN 'NEUTRAL' THEN 0 WHEN 'LEAN_OPPOSE' THEN -1 ELSE -2 END`;
const held = `
  SELECT party_id, proposition_id, ${halfSteps} AS half_steps
  FROM stance JOIN proposition ON proposition.id = proposition_id
  WHERE kind = 'ROLL_CALL' AND stance.retired_in IS NULL AND held_from <= date '${asOf}'`;
const sql = `
  SELECT a.party_id AS a, b.party_id AS b, count(*)::int AS shared,
    1 - sum(abs(a.half_steps - b.half_steps)) / (4.0::float8 * count(*)) AS value
  FROM (${held}) a JOIN (${held}) b ON a.proposition_id = b.proposition_id AND a.party_id <= b.party_id
  GROUP BY a.party_id, b.party_id`;

export interface PairRow {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  readonly value: number;
}

/** The same numbers as SQL makes them: every party joined with every other on the roll calls of both. */
export async function selfJoin(client: Client): Promise<readonly PairRow[]> {
  const { rows } = await client.query<PairRow>(sql);
  return rows;
}

/** Throws unless SQL and the matrix agree on every pair: counts exactly, values to 1e-12. Answers how many pairs. */
export function requireSameNumbers({ comparison, values, shared }: AgreementMatrix, pairs: readonly PairRow[]): number {
  const rowOf = new Map(comparison.parties.map(({ id }, row) => [id, row]));
  let left = shared.flatMap((row, a) => row.filter((count, b) => b >= a && count > 0)).length;
  for (const pair of pairs) {
    const [a, b] = [rowOf.get(pair.a) as number, rowOf.get(pair.b) as number];
    const [ours, count] = [values[a]?.[b] ?? Number.NaN, shared[a]?.[b]];
    if (count !== pair.shared || !(Math.abs(ours - pair.value) <= 1e-12)) {
      throw new Error(`the pair ${pair.a}, ${pair.b} has ${ours} of ${count}, in SQL ${pair.value} of ${pair.shared}`);
    }
    left--;
  }
  if (left !== 0) throw new Error(`SQL gives ${pairs.length} pairs, the matrix ${pairs.length + left}`);
  return pairs.length;
}
