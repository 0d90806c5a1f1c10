import { beforeAll, expect, test } from 'vitest';
import { readHead } from '#ledger/head.ts';
import { verifyLedger } from '#ledger/verify/verify-ledger.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('empty');
const migrations = await readMigrations();
const last = migrations.findIndex(({ name }) => name.endsWith('identify_the_ledger'));

beforeAll(async () => {
  await applyMigrations(database, { only: migrations.slice(0, last) });
  // A past as an older Concord left it: the second revision began before the first one was committed.
  await database.pool.query(`
    INSERT INTO revision (time, author, source, message) VALUES ('2026-01-02 10:00:05.123Z', 'a', 's', 'first');
    INSERT INTO party (key, kind, name, added_in) VALUES ('CN', 'COUNTRY', 'China', 1), ('RU', 'COUNTRY', 'Russia', 1)`);
  await database.pool.query(`
    INSERT INTO revision (time, author, source, message) VALUES ('2026-01-02 10:00:00Z', 'b', 's', 'second');
    UPDATE party SET name = 'PR China' WHERE key = 'CN';
    INSERT INTO verb_guide (verb, position, added_in) VALUES ('supports', 'SUPPORT', 2)`);
  await database.pool.query(`
    INSERT INTO revision (time, author, source, message) VALUES ('2026-01-03', 'b', 's', 'third');
    UPDATE verb_guide SET retired_in = 3`);
  await applyMigrations(database);
});

test('a ledger from before gets a name, and each of its revisions a digest that verifies', async () => {
  const { head, touched } = await verifyLedger(database, () => {});
  expect(touched).toBeNull();
  expect(head).toEqual({
    ledger: expect.stringMatching(/^[0-9a-f-]{36}$/),
    revision: 3,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('no revision of it is older than the one before', async () => {
  const { rows } = await database.pool.query<{ time: Date }>('SELECT time FROM revision ORDER BY number');
  expect(rows.map(({ time }) => time.toISOString())).toEqual([
    '2026-01-02T10:00:05.123Z',
    '2026-01-02T10:00:05.123Z',
    '2026-01-03T00:00:00.000Z',
  ]);
});

test('and it goes on', async () => {
  const before = await readHead(database.pool);
  await database.pool.query(`
    INSERT INTO revision (author, source, message) VALUES ('c', 's', 'fourth');
    INSERT INTO party (key, kind, name, added_in) VALUES ('TR', 'COUNTRY', 'Türkiye', 4)`);
  const { head, touched } = await verifyLedger(database, () => {});
  expect([head.ledger, head.revision, touched]).toEqual([before.ledger, 4, null]);
});
