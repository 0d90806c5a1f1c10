import type { PoolClient } from 'pg';
import { describe, expect, test } from 'vitest';
import { touchedSentence } from '#ledger/verify/touched.ts';
import { recompute, verifyLedger } from '#ledger/verify/verify-ledger.ts';
import { lastRevision, past } from '../backup/ledger-with-a-past.ts';
import { rolledBack } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase(past);

/** What is found after an owner of the tables ran a statement with all triggers off; nothing of it stays. */
const foundAfter = (statement: string) =>
  rolledBack(database, async (client) => {
    await client.query('SET LOCAL session_replication_role = replica');
    const { rowCount } = await client.query(statement);
    expect(rowCount, 'rows touched').toBe(1);
    return (await recompute(client)).touched;
  });

/** The id of the first row that a condition finds, as SQL. */
const first = (table: string, condition: string) => `(SELECT min(id) FROM ${table} WHERE ${condition})`;

test('a ledger that nobody touched is as it was committed, and every revision is told', async () => {
  const done: number[] = [];
  const { head, touched } = await verifyLedger(database, (revision) => done.push(revision));
  expect(touched).toBeNull();
  expect(head).toMatchObject({ revision: lastRevision, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(done).toEqual(Array.from({ length: lastRevision }, (_, index) => index + 1));
});

test('an UPDATE of a stance is found in the revision that added it, with its key', async () => {
  const touched = await foundAfter(
    `UPDATE stance SET position = 'NEUTRAL' WHERE id = ${first('stance', "added_in = 1 AND position = 'SUPPORT' AND retired_in IS NULL")}`,
  );
  expect(touched).toMatchObject({ revision: 1, what: 'ROWS', parts: [{ part: 'stance ADDED' }] });
  const { rows } = await database.pool.query<{ key: string }>(
    `SELECT concat_ws(' | ', party.key, proposition.key, held_from) AS key FROM stance
     JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
     WHERE stance.id = ${first('stance', "stance.added_in = 1 AND position = 'SUPPORT' AND stance.retired_in IS NULL")}`,
  );
  expect(touched?.rows).toContainEqual({ table: 'stance', key: rows[0]?.key });
  expect(touched && touchedSentence(touched)).toMatch(
    /^Revision 1 was altered \(stance ADDED: 1256 rows, of which some differ from what was committed\)\. Rows written later/,
  );
});

test('a row that is retired in a published revision is found in that one', async () => {
  const touched = await foundAfter(
    `UPDATE stance SET retired_in = 3 WHERE id = ${first('stance', 'added_in = 1 AND retired_in IS NULL')}`,
  );
  expect(touched).toMatchObject({ revision: 3, what: 'ROWS' });
  expect(touched?.parts).toContainEqual(expect.objectContaining({ part: 'stance RETIRED' }));
});

test('so is one that says it was retired in another revision than it was', async () => {
  const touched = await foundAfter(
    `UPDATE stance SET retired_in = retired_in + 1 WHERE id = ${first('stance', `retired_in < ${lastRevision}`)}`,
  );
  expect(touched?.parts).toEqual([{ part: 'stance RETIRED', found: expect.any(Number), expected: expect.any(Number) }]);
  const [part] = touched?.parts ?? [];
  expect((part?.expected ?? 0) - (part?.found ?? 0)).toBe(1);
});

test('a deleted row is counted', async () => {
  const touched = await foundAfter(
    `DELETE FROM citation WHERE id = ${first('citation', 'added_in = 1 AND retired_in IS NULL')}`,
  );
  expect(touched).toMatchObject({ revision: 1, parts: [{ part: 'citation ADDED', found: 1289, expected: 1290 }] });
});

test('a row that is inserted into an old revision is counted and named', async () => {
  const touched = await foundAfter(`
    INSERT INTO absence (party_id, proposition_id, date, added_in)
    SELECT party.id, proposition.id, '2001-02-03', 2 FROM party, proposition WHERE party.key = 'CN' AND proposition.key = 'nato-stop-enlargement'`);
  expect(touched).toMatchObject({ revision: 2, parts: [{ part: 'absence ADDED' }] });
  expect(touched?.rows).toContainEqual({ table: 'absence', key: 'CN | nato-stop-enlargement | 2001-02-03' });
});

describe('a text that was amended', () => {
  test('and is rewritten where it is kept is found in the revision that had said it', async () => {
    const { rows } = await database.pool.query<{ id: number; record: string; added_in: number }>(
      `SELECT id, record, (before->>'added_in')::int AS added_in FROM amendment ORDER BY id LIMIT 1`,
    );
    const [amended] = rows;
    const touched = await foundAfter(
      `UPDATE amendment SET before = before || '{"note": "never said"}' WHERE id = ${amended?.id}`,
    );
    expect(touched).toMatchObject({ revision: amended?.added_in, parts: [{ part: `${amended?.record} ADDED` }] });
  });

  test('and is rewritten where it stands is found in the revision that amended it', async () => {
    const { rows } = await database.pool.query<{ record: string; record_id: number; revision: number }>(
      'SELECT record, record_id, revision FROM amendment ORDER BY id DESC LIMIT 1',
    );
    const [last] = rows;
    const touched = await foundAfter(`UPDATE ${last?.record} SET note = 'never said' WHERE id = ${last?.record_id}`);
    expect(touched).toMatchObject({ revision: last?.revision, parts: [{ part: `${last?.record} AMENDED` }] });
  });

  test('and whose amendment is deleted is found', async () => {
    expect(await foundAfter('DELETE FROM amendment WHERE id = (SELECT min(id) FROM amendment)')).not.toBeNull();
  });
});

const others: readonly (readonly [string, string, object])[] = [
  ['a message', `UPDATE revision SET message = 'another' WHERE number = 4`, { revision: 4, what: 'SELF' }],
  ['a time', `UPDATE revision SET time = time + interval '1 ms' WHERE number = 5`, { revision: 5, what: 'SELF' }],
  ['a digest', `UPDATE revision SET digest = sha256('x') WHERE number = 6`, { revision: 6, what: 'SELF' }],
  ['the name of the ledger', 'UPDATE revision_counter SET ledger = gen_random_uuid()', { revision: 1, what: 'SELF' }],
  ['the key of a party', `UPDATE party SET key = 'X-CN' WHERE key = 'CN'`, { revision: 1, what: 'ROWS' }],
  ['a revision that is gone', 'DELETE FROM revision WHERE number = 7', { revision: 7, what: 'MISSING' }],
  [
    'a row of a revision that never was',
    `UPDATE absence SET added_in = 99 WHERE id = (SELECT max(id) FROM absence WHERE added_in = ${lastRevision})`,
    { revision: lastRevision, what: 'ROWS' },
  ],
  [
    'a row that is added to a revision that never was',
    `INSERT INTO verb_guide (verb, position, added_in) VALUES ('utters', 'SUPPORT', 99)`,
    { revision: 99, what: 'STRAY', parts: [{ part: 'verb_guide ADDED', found: 1, expected: 0 }] },
  ],
];

test.each(others)('%s is found', async (_what, statement, expected) => {
  expect(await foundAfter(statement)).toMatchObject(expected);
});

const columns = await import('#ledger/tables/ledger-rows.ts').then(({ tables }) =>
  Object.values(tables).flatMap((table) =>
    Object.values(table.columns as Readonly<Record<string, { readonly column: string }>>).map(
      ({ column }) => [table, column] as const,
    ),
  ),
);

test.each(columns.map(([table, column]) => [`${table.name}.${column}`, table.name, column] as const))(
  'another value of %s is found',
  async (_what, table, column) => {
    const touched = await rolledBack(database, async (client) => {
      await client.query('SET LOCAL session_replication_role = replica');
      const { rows } = await client.query<{ there: boolean; type: string }>(
        `SELECT format_type(atttypid, atttypmod) AS type, true AS there FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2`,
        [table, column],
      );
      // The columns of a stance's key stand in the stance alone.
      if (rows.length === 0) return 'not its own';
      await withoutConstraints(client, table);
      const changed = `(SELECT other."${column}" FROM ${table} other WHERE other."${column}" IS DISTINCT FROM t."${column}" LIMIT 1)`;
      const { rowCount } = await client.query(`
        UPDATE ${table} t SET "${column}" = ${column === 'key' ? `t.key || '-x'` : changed}
        WHERE id = (SELECT min(id) FROM ${table}) AND EXISTS (SELECT FROM ${table} other WHERE other."${column}" IS DISTINCT FROM t."${column}")`);
      return rowCount === 0 ? 'all alike' : (await recompute(client)).touched;
    });
    expect(touched).not.toBeNull();
  },
);

/** An owner can drop these as well; here they would stand in the way of most changes. */
async function withoutConstraints(client: PoolClient, table: string): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype IN ('c', 'x')
     UNION ALL SELECT format('DROP INDEX %s', indexrelid::regclass) FROM pg_index
     WHERE indrelid = $1::regclass AND indisunique AND NOT indisprimary AND NOT indisexclusion`,
    [table],
  );
  for (const { drop } of rows) await client.query(drop);
}
