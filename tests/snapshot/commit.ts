import type { PoolClient } from 'pg';
import type { Database } from '#postgres/open-database.ts';
import { insert } from '../ledger/insert.ts';
import { takeRevision } from '../ledger/transaction.ts';

/** A country, an issue and a claim to begin with. */
export const firstWords = `
countries: [{ key: AA, name: A }]
issues: [{ key: i, name: I }]
propositions: [{ key: c, text: C, issues: [i] }]
`;

/** Does something in a transaction of its own and commits it; gives the newest revision. */
async function committed({ pool }: Database, use: (client: PoolClient) => Promise<unknown>): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await use(client);
    await client.query('COMMIT');
    const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
    return rows[0]?.last as number; // always one row
  } finally {
    client.release();
  }
}

/** Commits a revision that adds one row; gives its number. */
export const addRow = (database: Database, table: string, row: Record<string, string | number | null>) =>
  committed(database, (client) => insert(client, table, row));

/** Commits a revision that adds a country; gives its number. */
export const addCountry = (database: Database, key: string) =>
  addRow(database, 'party', { key, kind: 'COUNTRY', name: key });

/** Commits a revision that adds this many stances of a party on a proposition, one a day; gives its number. */
export const addStances = (database: Database, count: number, party = 'AA', proposition = 'c') =>
  committed(database, async (client) => {
    const revision = await takeRevision(client);
    await client.query(
      `INSERT INTO stance (party_id, proposition_id, position, held_from, basis, confidence, added_in)
       SELECT party.id, proposition.id, 'SUPPORT', date '2000-01-01' + (SELECT count(*)::int FROM stance) + n,
         'OWN_STATEMENT', 'HIGH', $2
       FROM party, proposition, generate_series(1, $1::int) n WHERE party.key = $3 AND proposition.key = $4`,
      [count, revision, party, proposition],
    );
  });

/** Commits a revision that retires every stance; gives its number. */
export const retireStances = (database: Database) =>
  committed(database, async (client) => {
    const revision = await takeRevision(client);
    await client.query('UPDATE stance SET retired_in = $1 WHERE retired_in IS NULL', [revision]);
  });
