import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { NewVote } from './votes.ts';
import type { NewStance } from './write.ts';

const takeRevision = {
  name: 'revision',
  text: `INSERT INTO revision (author, source, message) VALUES ('bench', 'bench', 'bench') RETURNING number`,
};
const addStance = {
  name: 'stance',
  text: `INSERT INTO stance (party_id, proposition_id, held_from, position, basis, confidence, added_in)
    SELECT party.id, proposition.id, $3::date, 'SUPPORT', 'OWN_STATEMENT', 'LOW', $4 FROM party, proposition
    WHERE party.key = $1 AND proposition.key = $2 RETURNING id`,
};
const addCitation = {
  name: 'citation',
  text: `INSERT INTO citation (stance_id, document_id, ordinal, locator, verification, added_in)
    SELECT $1, document.id, 0, 'para 5', 'FROM_KNOWLEDGE', $3 FROM document WHERE document.key = $2`,
};

/** What the same write takes at least: a transaction of prepared statements that inserts the same rows, with the triggers of the ledger. */
export async function writeBare(client: Client, { party, proposition, heldFrom, document }: NewStance): Promise<void> {
  await inRevision(client, async (revision) => {
    const { rows } = await client.query<{ id: number }>({
      ...addStance,
      values: [party, proposition, heldFrom, revision],
    });
    await client.query({ ...addCitation, values: [rows[0]?.id, document, revision] });
  });
}

/** COPY of votes in a revision of their own. */
export async function copyVotes(client: Client, votes: readonly NewVote[]): Promise<void> {
  await inRevision(client, async (revision) => {
    const lines = votes.map(({ partyId, propositionId, heldFrom }) =>
      [partyId, propositionId, heldFrom, 'SUPPORT', 'VOTE', 'HIGH', revision].join('\t'),
    );
    const columns = 'party_id, proposition_id, held_from, position, basis, confidence, added_in';
    await pipeline([`${lines.join('\n')}\n`], client.query(copyFrom(`COPY stance (${columns}) FROM STDIN`)));
  });
}

async function inRevision(client: Client, add: (revision: number) => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ number: number }>(takeRevision);
  await add(rows[0]?.number as number);
  await client.query('COMMIT');
}
