import type { Client } from 'pg';

const revision = `INSERT INTO revision (author, source, message) VALUES ('bench', 'bench', 'One in twenty') RETURNING number`;

/** A revision that retires one in twenty stances and absences, and gives one in twenty propositions another text. Answers its number. */
export async function retireOneInTwenty(client: Client): Promise<number> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ number: number }>(revision);
  const number = rows[0]?.number as number; // INSERT … RETURNING of one row gives one row
  for (const table of ['stance', 'absence'])
    await client.query(`UPDATE ${table} SET retired_in = $1 WHERE id % 20 = 0 AND retired_in IS NULL`, [number]);
  await client.query("UPDATE proposition SET text = text || ' (amended)' WHERE id % 20 = 0");
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
  return number;
}
