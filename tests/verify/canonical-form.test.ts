import { expect, test } from 'vitest';
import { canonicalFunction, canonicalName } from '#ledger/tables/canonical-sql.ts';
import { tableNames, tables } from '#ledger/tables/ledger-rows.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');

test.each(tableNames)('the database digests %s as its table is declared', async (name) => {
  const { rows } = await database.pool.query<{ body: string }>(
    'SELECT prosrc AS body FROM pg_proc WHERE proname = $1',
    [canonicalName(tables[name])],
  );
  expect(canonicalFunction(name)).toContain(`$$${rows[0]?.body}$$`);
});

test('every table of the ledger is looked at', async () => {
  const { rows } = await database.pool.query<{ body: string }>(
    "SELECT prosrc AS body FROM pg_proc WHERE proname = 'revision_tables'",
  );
  const looked = [...(rows[0]?.body ?? '').matchAll(/SELECT '(\w+)' AS name/g)].map(([, name]) => name);
  expect(looked).toEqual(Object.values(tables).map(({ name }) => name));
});

const settings = [
  "SET LOCAL datestyle = 'German, DMY'",
  "SET LOCAL timezone = 'Pacific/Kiritimati'",
  "SET LOCAL lc_messages = 'C'",
  "SET LOCAL bytea_output = 'escape'",
  'SET LOCAL extra_float_digits = 0',
  'SET LOCAL enable_hashjoin = off; SET LOCAL enable_sort = off',
  'SET LOCAL enable_nestloop = off; SET LOCAL enable_hashagg = off',
];

test.each(settings)('after %s the digest is the same', async (setting) => {
  const client = await database.pool.connect();
  try {
    await client.query(`BEGIN; ${setting}`);
    const { rows } = await client.query<{ same: boolean }>(
      'SELECT revision_digest(revision, revision_parts(number), NULL) = digest AS same FROM revision WHERE number = 1',
    );
    expect(rows).toEqual([{ same: true }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

test('rows in another order, with other ids, have the same digest', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await client.query('UPDATE party SET id = -id');
    for (const [table, column] of [
      ['membership', 'bloc_id'],
      ['membership', 'member_id'],
      ['stance', 'party_id'],
      ['absence', 'party_id'],
      ['signatory', 'party_id'],
      ['passage_party', 'party_id'],
      ['passage_stance', 'party_id'],
    ])
      await client.query(`UPDATE ${table} SET ${column} = -${column}`);
    const { rows } = await client.query<{ same: boolean }>(
      'SELECT revision_digest(revision, revision_parts(number), NULL) = digest AS same FROM revision WHERE number = 1',
    );
    expect(rows).toEqual([{ same: true }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
