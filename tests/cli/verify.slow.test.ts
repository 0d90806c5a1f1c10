import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const database = useDatabase('seeded');
const verify = (...args: string[]) => runConcord(['verify', ...args], { DATABASE_URL: database.url });

test('concord verify says how far the ledger is right, and exits with 0', async () => {
  const { code, stdout, stderr } = await verify();
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Verifying revisions: 1 rows in [\d.]+ s\n$/)]);
  expect(stdout).toMatch(/^All revisions up to 1 are unaltered; digest [0-9a-f]{64}\.\n$/);
  const told = JSON.parse((await verify('--json')).stdout);
  expect(told).toMatchObject({ verified: true, revision: 1, touched: null });
});

test('after an UPDATE by an owner it names the revision and the row, and exits with 1', async () => {
  await database.pool.query(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE party SET note = 'never said' WHERE key = 'CN'; COMMIT`);
  const { code, stderr } = await verify();
  expect([code, stderr]).toEqual([
    1,
    'Revision 1 was altered (party ADDED: 182 rows, of which some differ from what was committed). Rows written later than their revision: party CN.\n',
  ]);
  const json = await verify('--json');
  expect([json.code, JSON.parse(json.stdout)]).toMatchObject([
    1,
    {
      verified: false,
      touched: {
        revision: 1,
        what: 'ROWS',
        parts: [{ part: 'party ADDED', found: 182, expected: 182 }],
        rows: [{ table: 'party', key: 'CN' }],
      },
    },
  ]);
});
