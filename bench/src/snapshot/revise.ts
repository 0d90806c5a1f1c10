import type { Client } from 'pg';

const bench = `INSERT INTO revision (author, source, message) VALUES ('bench', 'bench', 'A hundred stances') RETURNING number`;
const columns = 'party_id, proposition_id, position, held_from, basis, confidence';

/** A revision in which a hundred parties restate what they hold on some propositions, on another day than before. */
export const addHundred = (client: Client, day: number): Promise<void> => addStances(client, day, 100);

/** The same with so many. */
export async function addStances(client: Client, day: number, many: number): Promise<void> {
  await inRevision(client, (revision) =>
    client.query(
      `INSERT INTO stance (${columns}, added_in)
       SELECT party_id, proposition_id, position, held_from + $1::int, basis, confidence, $2::int
       FROM (SELECT * FROM stance WHERE basis = 'VOTE' AND retired_in IS NULL ORDER BY id LIMIT $3) stance`,
      [day, revision, many],
    ),
  );
}

/** A revision that corrects the position of a hundred stances: it retires them and adds as many. */
export async function correctHundred(client: Client): Promise<void> {
  await inRevision(client, (revision) =>
    client.query(
      `WITH wrong AS (
         UPDATE stance SET retired_in = $1 WHERE id IN
           (SELECT id FROM stance WHERE basis = 'VOTE' AND retired_in IS NULL AND added_in < $1 ORDER BY id DESC LIMIT 100)
         RETURNING *)
       INSERT INTO stance (${columns}, added_in)
       SELECT party_id, proposition_id, 'LEAN_SUPPORT', held_from, basis, confidence, $1 FROM wrong`,
      [revision],
    ),
  );
}

async function inRevision(client: Client, write: (revision: number) => Promise<unknown>): Promise<void> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ number: number }>(bench);
  await write(rows[0]?.number as number);
  await client.query('COMMIT');
}
