import { expect, test } from 'vitest';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { useDatabase } from '../support/database.ts';

// Its connections are opened now, when there is no ledger.
const database = useDatabase('empty');

test('what is written on a connection that is older than the ledger is known to be done', async () => {
  await applyMigrations(database);
  const revision = `INSERT INTO revision (author, source, message) VALUES ('tester', 'test', 'the first') RETURNING number`;
  const { rows } = await withTransaction(database.pool, 'WRITE', (client) => client.query(revision));
  expect(rows).toEqual([{ number: 1 }]);
});
