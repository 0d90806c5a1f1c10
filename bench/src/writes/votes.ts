import type { Client } from 'pg';

/** A vote that nobody has recorded before. */
export interface NewVote {
  readonly party: string;
  readonly partyId: number;
  readonly proposition: string;
  readonly propositionId: number;
  readonly heldFrom: string;
}

/** Gives, each time it is called, so many other votes of a hundred countries on some roll calls. */
export async function votesOf(client: Client, many: number): Promise<() => NewVote[]> {
  const { rows: pairs } = await client.query<Omit<NewVote, 'heldFrom'> & { readonly tabled: string }>(
    `SELECT party.key AS party, party.id AS "partyId", proposition.key AS proposition, proposition.id AS "propositionId",
       tabled_on::text AS tabled
     FROM (SELECT * FROM party WHERE kind = 'COUNTRY' AND retired_in IS NULL ORDER BY id LIMIT 100) party,
       (SELECT * FROM proposition WHERE kind = 'ROLL_CALL' AND retired_in IS NULL ORDER BY id LIMIT $1) proposition`,
    [Math.ceil(many / 100)],
  );
  let day = 0;
  return () => {
    day++;
    return pairs.slice(0, many).map(({ tabled, ...pair }) => {
      const heldFrom = new Date(Date.parse(tabled) + (400 + day) * 86_400_000).toISOString().slice(0, 10);
      return { ...pair, heldFrom };
    });
  };
}
