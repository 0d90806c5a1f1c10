import type { Database } from '#postgres/open-database.ts';

/** Records a difference between sources on some proposition, so that its table has a row: the seeds have none. */
export async function recordDifference({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ number: number }>(
      "INSERT INTO revision (author, source, message) VALUES ('tester', 'undl', 'a difference') RETURNING number",
    );
    await client.query(
      `INSERT INTO difference (proposition_id, party_id, source, position, address, added_in)
       SELECT (SELECT min(id) FROM proposition), (SELECT min(id) FROM party), 'undl', 'OPPOSE', 'https://example.org/1', $1`,
      [rows[0]?.number],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
