import { expect, test } from 'vitest';
import { isAnybodyWaiting, takeRevision, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { say } from './say.ts';
import { world } from './world.ts';

const database = useDatabase('migrated');

// readLiveLedger() reads table after table without a transaction, so it can see half of a revision. Where that leads to a commit, the
// number of the revision gives it away; UNCHANGED and REFUSED are answered as they are.
test('an import sees the ledger before or after a revision that is committed meanwhile, never half of it', async () => {
  const russiaOnForce = `
      - { party: RU, from: 2010-01-01, position: NEUTRAL, basis: OWN_STATEMENT, confidence: LOW,
          citations: [{ document: letter, verification: VERIFIED }] }
`;
  // Before: one stance more than the world. After: without it, but with another title of a document. Never: the world as it is said.
  await say(database, world.replace(/(?=\n {2}- key: a-res-1)/, russiaOnForce));
  const other = await database.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query('LOCK TABLE stance IN ACCESS EXCLUSIVE MODE'); // documents can be read, stances cannot
    const importing = say(database, world, { complete: true });
    await until(() => isAnybodyWaiting(database));
    const number = await takeRevision(other);
    await other.query("UPDATE document SET title = 'Another' WHERE key = 'letter'");
    const retired = await other.query("UPDATE stance SET retired_in = $1 WHERE position = 'NEUTRAL' RETURNING id", [
      number,
    ]);
    await other.query('UPDATE citation SET retired_in = $1 WHERE stance_id = $2', [number, retired.rows[0].id]);
    await other.query('COMMIT');
    expect((await importing).status).not.toBe('UNCHANGED');
  } finally {
    other.release();
  }
});
