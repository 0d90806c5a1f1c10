import type { ClientBase } from 'pg';
import { onTheDay } from '../check/check-staged.ts';
import { changeTable, type RecordTable } from './record-table.ts';

/**
 * Makes the table of what changes: what the files say, the row of the ledger (`standing`) that says it otherwise, and an action: `add`;
 * `replace` what this source said otherwise; `move` what it says of the same party and roll call under another key, or withdraws; `unsaid` what the files lack;
 * `conflict` what another source says otherwise, or has retired
 * since this source said it: then `standing` is the row that was retired. Rows that stand as they shall are not in it. In the order of the files, so that ids and pages follow the roll calls.
 */
export async function compareRecords(client: ClientBase, record: RecordTable, source: string): Promise<void> {
  const { name, table, key, content, wanted } = record;
  const row = (alias: string) => `ROW(${content.map((column) => `${alias}.${column}`).join(', ')})`;
  const us = client.escapeLiteral(source);
  const own = `standing.said_by = ${us}`;
  const same = content.length === 0 ? 'true' : `${row('wanted')} IS NOT DISTINCT FROM ${row('standing')}`;
  const is = (alias: string) => key.map((column) => `wanted.${column} = ${alias}.${column}`).join(' AND ');
  const keys = key.map((column) => `t.${column}`).join(', ');
  await client.query(
    `CREATE TEMP TABLE ${changeTable(record)} ON COMMIT DROP AS
     SELECT wanted.*, coalesce(standing.id, taken.id) AS standing,
       CASE WHEN taken.by <> ${us} AND standing.id IS NULL THEN 'conflict' WHEN standing.id IS NULL THEN 'add' WHEN wanted.line IS NULL THEN 'unsaid' WHEN ${own} THEN 'replace' ELSE 'conflict' END
         AS action
     FROM (${wanted}) wanted
     FULL JOIN (
       SELECT t.*, revision.source AS said_by FROM ${table} t JOIN revision ON revision.number = t.added_in
       WHERE t.retired_in IS NULL AND NOT EXISTS (SELECT FROM staged_other WHERE overruled AND record = '${table}' AND id = t.id)) standing
       ON ${is('standing')}
     LEFT JOIN (
       SELECT DISTINCT ON (${keys}) t.*, retiring.source AS by FROM ${table} t JOIN revision ON revision.number = t.added_in
       JOIN revision retiring ON retiring.number = t.retired_in WHERE revision.source = ${us} ORDER BY ${keys}, t.id DESC) taken
       ON ${is('taken')}
     WHERE standing.id IS NULL OR (wanted.line IS NULL AND ${own}) OR (wanted.line IS NOT NULL AND NOT ${same})
     ORDER BY wanted.file, wanted.line`,
  );
  if (name === 'propositionIssue') await noteWithdrawn(client, record);
  if (name === 'stance' || name === 'absence' || name === 'difference') await noteMoves(client, record);
}

/** What the files withdraw is not merely lacking: it is retired as what is corrected is. */
async function noteWithdrawn(client: ClientBase, record: RecordTable): Promise<void> {
  await client.query(
    `UPDATE ${changeTable(record)} change SET action = 'move'
     FROM proposition_issue t, staged_proposition, staged_roll_call r, staged_label label, staged_issue
     WHERE change.action = 'unsaid' AND t.id = change.standing AND staged_proposition.id = t.proposition_id AND r.key = staged_proposition.key
       AND label.roll_call = r.roll_call AND label.withdrawn AND staged_issue.key = label.issue AND staged_issue.id = t.issue_id`,
  );
}

/** Leaves alone what stands in a table of which the files say nothing, but for what goes with a roll call that goes. */
export async function keepStanding(client: ClientBase, record: RecordTable): Promise<void> {
  await client.query(
    `DELETE FROM ${changeTable(record)} WHERE action = 'unsaid' AND standing NOT IN (
       SELECT t.id FROM ${record.table} t JOIN staged_gone ON staged_gone.record = 'proposition' AND staged_gone.id = t.proposition_id)`,
  );
}

/**
 * A vote on another day than before, an absence instead of it, or one that agrees with another source corrects what was said: what was said of the party is
 * not lacking.
 */
async function noteMoves(client: ClientBase, record: RecordTable): Promise<void> {
  const change = changeTable(record);
  const { rowCount } = await client.query(`SELECT FROM ${change} WHERE action = 'unsaid' LIMIT 1`);
  if (rowCount === 0) return; // as after most imports: what follows reads every staged row
  await client.query(
    `UPDATE ${change} change SET action = 'move' FROM ${record.table} t
     WHERE change.action = 'unsaid' AND t.id = change.standing AND (t.party_id, t.proposition_id) IN (
       SELECT staged_voter.party_id, r.proposition_id FROM (
         SELECT roll_call, voter FROM staged_vote UNION ALL SELECT roll_call, voter FROM staged_absence) said
       JOIN staged_target r USING (roll_call) JOIN staged_voter ON ${onTheDay('said.voter', 'r.day')})`,
  );
}
