import type { ClientBase } from 'pg';
import { onTheDay } from '../check/check-staged.ts';
import { ungaSource } from '../outcome.ts';

/** Rows that are retired and added, never amended. */
export interface RecordTable {
  readonly name: 'proposition_issue' | 'stance' | 'absence';
  /** Columns that together identify a row. */
  readonly key: readonly string[];
  /** The other columns. */
  readonly content: readonly string[];
  /** SELECT of these columns from the files, with `file` and `line`. */
  readonly wanted: string;
}

export const changeTable = ({ name }: RecordTable) => `unga_${name}_change`;

/**
 * Makes the table of what changes: what the files say, the row of the ledger (`standing`) that says it otherwise, and an action: `add`;
 * `replace` what this source said otherwise; `move` what it says of the same party and roll call under another key; `unsaid` what the files lack;
 * `conflict` what another source says otherwise, or has retired
 * since this source said it: then `standing` is the row that was retired. Rows that stand as they shall are not in it. In the order of the files, so that ids and pages follow the roll calls.
 */
export async function compareRecords(client: ClientBase, table: RecordTable): Promise<void> {
  const { name, key, content, wanted } = table;
  const row = (alias: string) => `ROW(${content.map((column) => `${alias}.${column}`).join(', ')})`;
  const own = `standing.source = '${ungaSource}'`;
  const same = content.length === 0 ? 'true' : `${row('wanted')} IS NOT DISTINCT FROM ${row('standing')}`;
  const is = (alias: string) => key.map((column) => `wanted.${column} = ${alias}.${column}`).join(' AND ');
  const keys = key.map((column) => `t.${column}`).join(', ');
  await client.query(
    `CREATE TEMP TABLE ${changeTable(table)} ON COMMIT DROP AS
     SELECT wanted.*, coalesce(standing.id, taken.id) AS standing,
       CASE WHEN taken.by <> '${ungaSource}' AND standing.id IS NULL THEN 'conflict' WHEN standing.id IS NULL THEN 'add' WHEN wanted.line IS NULL THEN 'unsaid' WHEN ${own} THEN 'replace' ELSE 'conflict' END
         AS action
     FROM (${wanted}) wanted
     FULL JOIN (
       SELECT t.*, revision.source FROM ${name} t JOIN revision ON revision.number = t.added_in WHERE t.retired_in IS NULL) standing
       ON ${is('standing')}
     LEFT JOIN (
       SELECT DISTINCT ON (${keys}) t.*, retiring.source AS by FROM ${name} t JOIN revision ON revision.number = t.added_in
       JOIN revision retiring ON retiring.number = t.retired_in WHERE revision.source = '${ungaSource}' ORDER BY ${keys}, t.id DESC) taken
       ON ${is('taken')}
     WHERE standing.id IS NULL OR (wanted.line IS NULL AND ${own}) OR (wanted.line IS NOT NULL AND NOT ${same})
     ORDER BY wanted.file, wanted.line`,
  );
  if (name !== 'proposition_issue') await noteMoves(client, table);
}

/** A vote on another day than before, or an absence instead of it, corrects what was said: what was said of the party is not lacking. */
async function noteMoves(client: ClientBase, table: RecordTable): Promise<void> {
  const change = changeTable(table);
  const { rowCount } = await client.query(`SELECT FROM ${change} WHERE action = 'unsaid' LIMIT 1`);
  if (rowCount === 0) return; // as after most imports: what follows reads every staged row
  await client.query(
    `UPDATE ${change} change SET action = 'move' FROM ${table.name} t
     WHERE change.action = 'unsaid' AND t.id = change.standing AND (t.party_id, t.proposition_id) IN (
       SELECT unga_period.party_id, unga_proposition.id FROM (
         SELECT rcid, country FROM unga_vote UNION ALL SELECT rcid, country FROM unga_absence) said
       JOIN unga_roll_call r USING (rcid) JOIN unga_proposition ON unga_proposition.key = r.key
       JOIN unga_period ON ${onTheDay('said.country', 'r.tabled_on')})`,
  );
}
