import { beforeAll, describe, expect, test } from 'vitest';
import { tables } from '#ledger/tables/ledger-rows.ts';
import { useDatabase } from '../support/database.ts';
import { recordDifference } from './record-difference.ts';
import { rolledBack, takeRevision } from './transaction.ts';

const database = useDatabase('seeded');
beforeAll(() => recordDifference(database));
const all = Object.values(tables).map(({ name, catalogue }) => ({ name, catalogue }));
const records = [...all, { name: 'revision' }, { name: 'amendment' }, { name: 'revision_counter' }];
const refused = expect.objectContaining({ code: '23001', message: expect.stringContaining('is refused') });

describe.each(records)('$name', ({ name }) => {
  test('is never deleted from', async () => {
    await rolledBack(database, async (client) => {
      const revision = await takeRevision(client);
      await client.query("UPDATE party SET note = 'so that there is an amendment' WHERE key = 'CN'");
      await expect(client.query(`DELETE FROM ${name}`), `in revision ${revision}`).rejects.toEqual(refused);
    });
  });

  test('is never truncated', async () => {
    await rolledBack(database, (client) => expect(client.query(`TRUNCATE ${name} CASCADE`)).rejects.toEqual(refused));
  });
});

describe.each(all.filter(({ catalogue }) => !catalogue))('a row of $name', ({ name }) => {
  test('can be retired in the newest revision', async () => {
    await rolledBack(database, async (client) => {
      const revision = await takeRevision(client);
      const { rowCount } = await client.query(`UPDATE ${name} SET retired_in = $1`, [revision]);
      expect(rowCount).toBeGreaterThan(0);
    });
  });

  test('is retired once', async () => {
    await rolledBack(database, async (client) => {
      await client.query(`UPDATE ${name} SET retired_in = $1`, [await takeRevision(client)]);
      const later = await takeRevision(client);
      await expect(client.query(`UPDATE ${name} SET retired_in = $1`, [later])).rejects.toEqual(refused);
    });
  });

  test('does not come back', async () => {
    await rolledBack(database, async (client) => {
      await client.query(`UPDATE ${name} SET retired_in = $1`, [await takeRevision(client)]);
      await expect(client.query(`UPDATE ${name} SET retired_in = NULL`)).rejects.toEqual(refused);
    });
  });

  test('cannot be retired in a revision that is not the newest', async () => {
    await rolledBack(database, async (client) => {
      const older = await takeRevision(client);
      await takeRevision(client);
      await expect(client.query(`UPDATE ${name} SET retired_in = $1`, [older])).rejects.toEqual(refused);
    });
  });

  test('cannot be retired and changed at once', async () => {
    await rolledBack(database, async (client) => {
      const revision = await takeRevision(client);
      const change = `UPDATE ${name} SET retired_in = $1, id = -id`;
      await expect(client.query(change, [revision])).rejects.toEqual(refused);
    });
  });

  test('does not change in any of its columns', async () => {
    for (const column of await columnsOf(name)) {
      await rolledBack(database, async (client) => {
        await takeRevision(client);
        const change = `UPDATE ${name} SET ${column} = ${column} WHERE id = (SELECT min(id) FROM ${name})`;
        await expect(client.query(change), column).rejects.toEqual(refused);
      });
    }
  });
});

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ column: string }>(
    `SELECT quote_ident(attname) AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attname <> 'retired_in'`,
    [table],
  );
  return rows.map(({ column }) => column);
}

test('a revision keeps who made it, when and why', async () => {
  await rolledBack(database, (client) =>
    expect(client.query("UPDATE revision SET message = 'nothing happened'")).rejects.toEqual(refused),
  );
});
