import { describe, expect, test } from 'vitest';
import { tables } from '#ledger/tables/ledger-rows.ts';
import { useDatabase } from '../support/database.ts';
import { rolledBack, takeRevision } from './transaction.ts';

const database = useDatabase('seeded');

/** A text of each table of the catalogue that may be amended. */
const texts = { party: 'name', issue: 'name', proposition: 'text', document: 'title', passage: 'locator' } as const;
const catalogue = Object.values(tables)
  .filter((table) => table.catalogue)
  .map(({ name }) => ({ name, column: texts[name as keyof typeof texts] }));

describe.each(catalogue)('amending $name.$column', ({ name, column }) => {
  test('keeps the old text with the revision that amends it', async () => {
    await rolledBack(database, async (client) => {
      const revision = await takeRevision(client);
      const { rows: before } = await client.query(`SELECT id, ${column} AS text FROM ${name} ORDER BY id LIMIT 1`);
      await client.query(`UPDATE ${name} SET ${column} = 'said better' WHERE id = $1`, [before[0].id]);
      const { rows } = await client.query(
        `SELECT revision, record_id AS id, before ->> '${column}' AS text FROM amendment WHERE record = '${name}'`,
      );
      expect(rows).toEqual([{ revision, id: before[0].id, text: before[0].text }]);
    });
  });

  test('to what it says already keeps nothing', async () => {
    await rolledBack(database, async (client) => {
      await takeRevision(client);
      await client.query(`UPDATE ${name} SET ${column} = ${column}`);
      const { rowCount } = await client.query('SELECT FROM amendment');
      expect(rowCount).toBe(0);
    });
  });

  test.each([
    ['its key', "key = 'XX'"],
    ['its id', 'id = -1'],
    ['the revision that added it', 'added_in = 0'],
  ])('does not change %s', async (_, change) => {
    await rolledBack(database, async (client) => {
      await takeRevision(client);
      const first = `WHERE id = (SELECT min(id) FROM ${name})`;
      await expect(client.query(`UPDATE ${name} SET ${change} ${first}`)).rejects.toMatchObject({ code: '23001' });
    });
  });
});
