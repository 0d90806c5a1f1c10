import type { ClientBase } from 'pg';
import { columnsOf, isOwn, quoted } from '#ledger/tables/column-sql.ts';
import { anyTables } from '#ledger/tables/ledger-rows.ts';
import type { CatalogueName } from '../stage/create-staging.ts';

/** The columns of a table that an import sets, as SQL: all but the key. */
export const contentOf = (name: CatalogueName): string[] =>
  columnsOf(anyTables[name])
    .filter(([field]) => field !== 'key' && isOwn(anyTables[name], field))
    .map(([, { column }]) => quoted(column));

const rowOf = (name: CatalogueName, alias: string) =>
  `ROW(${contentOf(name)
    .map((column) => `${alias}.${column}`)
    .join(', ')})`;

/** SQL: who said last what a row `t` says: the source that amended it, or the one that added it. */
export const lastSource = (name: CatalogueName) => `coalesce(
  (SELECT r.source FROM amendment a JOIN revision r ON r.number = a.revision
   WHERE a.record = '${name}' AND a.record_id = t.id ORDER BY a.id DESC LIMIT 1),
  (SELECT source FROM revision WHERE number = t.added_in))`;

/**
 * Sets the id of every staged row of a table, a new one if the ledger does not have its key, and its action: `add`; `amend` if this source
 * recorded it differently or retired it; `keep` if it is unchanged, or recorded by another source, whose row is then used; `conflict` if
 * another source retired it, or the key is that of a claim. Rows of this source that the files lack are recorded in staged_gone.
 */
export async function compareCatalogue(client: ClientBase, name: CatalogueName, source: string): Promise<void> {
  await compareRows(client, name, source);
  await client.query(
    `INSERT INTO staged_gone (record, id) SELECT '${name}', t.id FROM ${name} t
     WHERE t.retired_in IS NULL AND NOT EXISTS (SELECT FROM staged_${name} w WHERE w.key = t.key) AND ${lastSource(name)} = $1`,
    [source],
  );
}

/** The same without staged_gone. Rows that have an id already keep it. */
export async function compareRows(client: ClientBase, name: CatalogueName, source: string): Promise<void> {
  const unusable = name === 'proposition' ? `t.kind <> 'ROLL_CALL'` : 'false';
  await client.query(
    `UPDATE staged_${name} staged SET id = compared.id, action = compared.action FROM (
       SELECT w.key, coalesce(t.id, w.id, nextval(pg_get_serial_sequence('${name}', 'id'))) AS id,
         CASE WHEN t.id IS NULL THEN 'add'
           WHEN t.retired_in IS NULL AND ${rowOf(name, 't')} IS NOT DISTINCT FROM ${rowOf(name, 'w')} THEN 'keep'
           WHEN ${lastSource(name)} = $1 THEN 'amend'
           WHEN t.retired_in IS NOT NULL OR ${unusable} THEN 'conflict'
           ELSE 'keep' END AS action
       FROM staged_${name} w LEFT JOIN ${name} t USING (key)) compared
     WHERE compared.key = staged.key`,
    [source],
  );
}
