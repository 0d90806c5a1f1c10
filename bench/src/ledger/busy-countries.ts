import type { Client } from 'pg';

/** The keys of all countries with votes, those with the most first. */
export async function busyCountries(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(`
    SELECT party.key FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
    WHERE proposition.kind = 'ROLL_CALL' AND party.kind = 'COUNTRY'
    GROUP BY party.key ORDER BY count(*) DESC, party.key`);
  return rows.map(({ key }) => key);
}
