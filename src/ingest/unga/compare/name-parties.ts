import type { ClientBase } from 'pg';
import type { Problem } from '#ledger/revise/proposal.ts';

/** Gives every period of the crosswalk the id of its party: one that it declares, or one of the ledger. Those without are problems. */
export async function nameParties(client: ClientBase): Promise<Problem[]> {
  await client.query(
    `UPDATE unga_period SET party_id = named.id FROM (
       SELECT key, id FROM unga_party
       UNION ALL SELECT key, id FROM party WHERE retired_in IS NULL AND NOT EXISTS (SELECT FROM unga_party u WHERE u.key = party.key)) named
     WHERE named.key = unga_period.party`,
  );
  const { rows } = await client.query<{ at: string; party: string }>(
    'SELECT place AS at, party FROM unga_period WHERE party_id IS NULL ORDER BY ctid',
  );
  return rows.map(({ at, party }) => ({
    at,
    found: `party: ${JSON.stringify(party)}`,
    expected: 'a party of the ledger, or one that the crosswalk declares',
  }));
}
