import type { ClientBase } from 'pg';
import { symbolForm } from '#ledger/symbol-form.ts';
import { onTheDay } from '../check/check-staged.ts';
import { lastSource } from '../compare/compare-catalogue.ts';
import {
  type ComparedPair,
  likePairs,
  type Matches,
  matchesIn,
  type Pair,
  type RollCallSign,
} from './same-roll-call.ts';

type Selected = Omit<RollCallSign, 'symbol'> & { readonly symbol: string | null };

/**
 * Finds which staged roll calls the ledger has from another source already. Those that it has from this source under their own key stay what they are.
 * The voters have their parties by now.
 */
export async function matchRollCalls(client: ClientBase, source: string): Promise<Matches> {
  const pairs = likePairs(await ourRollCalls(client, source), await theirRollCalls(client, source));
  return matchesIn(await compareVotes(client, pairs));
}

const signs = async (client: ClientBase, sql: string, source: string): Promise<RollCallSign[]> => {
  const { rows } = await client.query<Selected>(sql, [source]);
  return rows.map((row) => ({ ...row, symbol: symbolForm(row.symbol) }));
};

const ourRollCalls = (client: ClientBase, source: string) =>
  signs(
    client,
    `SELECT roll_call AS id, body, session, symbol, tabled_on::text AS day FROM staged_roll_call r
     WHERE text_scope = 'WHOLE' AND NOT EXISTS (
       SELECT FROM proposition t WHERE t.key = r.key AND t.retired_in IS NULL AND ${lastSource('proposition')} = $1)
     ORDER BY id`,
    source,
  );

const theirRollCalls = (client: ClientBase, source: string) =>
  signs(
    client,
    `SELECT t.id, body, session, symbol, tabled_on::text AS day FROM proposition t
     WHERE kind = 'ROLL_CALL' AND text_scope = 'WHOLE' AND retired_in IS NULL AND (SELECT source FROM revision WHERE number = t.added_in) <> $1
       AND body IN (SELECT body FROM staged_roll_call)
     ORDER BY t.id`,
    source,
  );

/** Counts the votes of each pair in both records. */
async function compareVotes(client: ClientBase, pairs: readonly Pair[]): Promise<ComparedPair[]> {
  if (pairs.length === 0) return [];
  await client.query('CREATE TEMP TABLE staged_pair (place int, ours int, theirs int) ON COMMIT DROP');
  await client.query(
    'INSERT INTO staged_pair SELECT ordinality, ours, theirs FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS pair(ours, theirs)',
    [pairs.map(({ ours }) => ours), pairs.map(({ theirs }) => theirs)],
  );
  await client.query('ANALYZE staged_pair');
  const { rows } = await client.query<{ place: number; shared: number; equal: number }>(
    `SELECT staged_pair.place, count(*)::int AS shared, (count(*) FILTER (WHERE stance.position = vote.position))::int AS equal
     FROM staged_pair JOIN staged_roll_call r ON r.roll_call = ours JOIN staged_vote vote ON vote.roll_call = ours
     JOIN staged_voter ON ${onTheDay('vote.voter', 'r.tabled_on')}
     JOIN stance ON stance.proposition_id = theirs AND stance.party_id = staged_voter.party_id AND stance.retired_in IS NULL
     GROUP BY staged_pair.place`,
  );
  await client.query('DROP TABLE staged_pair');
  const counts = new Map(rows.map(({ place, ...count }) => [place, count]));
  return pairs.map((pair, index) => ({ ...pair, ...(counts.get(index + 1) ?? { shared: 0, equal: 0 }) }));
}
