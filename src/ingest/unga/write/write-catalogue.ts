import type { ClientBase } from 'pg';
import { type CatalogueName, catalogue } from '../compare/compare-catalogue.ts';

/** Adds and amends the rows of one table of the catalogue. */
export async function writeCatalogue(client: ClientBase, name: CatalogueName, revision: number): Promise<void> {
  const columns = catalogue[name].map((column) => `"${column}"`);
  await client.query(
    `UPDATE ${name} t SET ${columns.map((column) => `${column} = staged.${column}`).join(', ')}, retired_in = NULL
     FROM unga_${name} staged WHERE staged.action = 'amend' AND t.id = staged.id`,
  );
  await client.query(
    `INSERT INTO ${name} (id, key, ${columns.join(', ')}, added_in) SELECT id, key, ${columns.join(', ')}, $1 FROM unga_${name}
     WHERE action = 'add' ORDER BY id`,
    [revision],
  );
}

/** Retires what this source no longer says. */
export async function retireCatalogue(client: ClientBase, name: CatalogueName, revision: number): Promise<void> {
  await client.query(
    `UPDATE ${name} SET retired_in = $1 WHERE id IN (SELECT id FROM unga_gone WHERE record = '${name}')`,
    [revision],
  );
}
