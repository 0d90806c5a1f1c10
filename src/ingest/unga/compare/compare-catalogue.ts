import type { ClientBase } from 'pg';
import { ungaSource } from '../outcome.ts';

/** Rows with a key of their own, each after those that its rows name; and the columns that an import says of them. */
export const catalogue = {
  party: ['kind', 'iso3', 'name', 'aliases', 'founded', 'note', 'verification', 'addresses'],
  issue: ['name', 'summary', 'tier'],
  document: ['title', 'publisher', 'kind', 'date', 'precision', 'symbol', 'addresses', 'verification', 'note'],
  proposition: [
    ...[
      'kind',
      'text',
      'note',
      'body',
      'session',
      'symbol',
      'tabled_on',
      'tabled_on_precision',
      'text_scope',
      'important',
    ],
    ...['yes', 'no', 'abstain', 'document_id'],
  ],
} as const;

export type CatalogueName = keyof typeof catalogue;

const columnsOf = (name: CatalogueName, alias: string) =>
  catalogue[name].map((column) => `${alias}."${column}"`).join(', ');

/** SQL: who said last what a row `t` says: the source that amended it, or the one that added it. */
export const lastSource = (name: CatalogueName) => `coalesce(
  (SELECT r.source FROM amendment a JOIN revision r ON r.number = a.revision
   WHERE a.record = '${name}' AND a.record_id = t.id ORDER BY a.id DESC LIMIT 1),
  (SELECT source FROM revision WHERE number = t.added_in))`;

/**
 * Gives every staged row of a table its id, a new one where the ledger has not its key, and its action: `add`; `amend` what this source
 * said otherwise or retired; `keep` what stands so already, or what another source says, whose row is used as it is; `conflict` what
 * another source retired, and a claim that is no roll call. What this source said and the files do not is noted in unga_gone.
 */
export async function compareCatalogue(client: ClientBase, name: CatalogueName): Promise<void> {
  await compareRows(client, name);
  await client.query(
    `INSERT INTO unga_gone (record, id) SELECT '${name}', t.id FROM ${name} t
     WHERE t.retired_in IS NULL AND NOT EXISTS (SELECT FROM unga_${name} w WHERE w.key = t.key) AND ${lastSource(name)} = $1`,
    [ungaSource],
  );
}

/** The same without unga_gone. Rows that have an id already keep it. */
export async function compareRows(client: ClientBase, name: CatalogueName): Promise<void> {
  const unusable = name === 'proposition' ? `t.kind <> 'ROLL_CALL'` : 'false';
  await client.query(
    `UPDATE unga_${name} staged SET id = compared.id, action = compared.action FROM (
       SELECT w.key, coalesce(t.id, w.id, nextval(pg_get_serial_sequence('${name}', 'id'))) AS id,
         CASE WHEN t.id IS NULL THEN 'add'
           WHEN t.retired_in IS NULL AND ROW(${columnsOf(name, 't')}) IS NOT DISTINCT FROM ROW(${columnsOf(name, 'w')}) THEN 'keep'
           WHEN ${lastSource(name)} = $1 THEN 'amend'
           WHEN t.retired_in IS NOT NULL OR ${unusable} THEN 'conflict'
           ELSE 'keep' END AS action
       FROM unga_${name} w LEFT JOIN ${name} t USING (key)) compared
     WHERE compared.key = staged.key`,
    [ungaSource],
  );
}
