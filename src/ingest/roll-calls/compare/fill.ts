import type { ClientBase } from 'pg';
import type { ProblemList } from '../outcome.ts';
import type { StagedFile } from '../reader.ts';

const pathsOf = (files: readonly StagedFile[]) => files.map(({ path }) => path);

/** SQL: where a roll call `r` is described, given the paths of the files as $1. */
const place = `($1::text[])[r.file + 1] || ':' || r.line`;

/** Stages a document for every staged roll call but those with the numbers `elsewhere`; its votes cite it. */
export async function fillDocuments(
  client: ClientBase,
  files: readonly StagedFile[],
  elsewhere: readonly number[],
): Promise<void> {
  await client.query(
    `INSERT INTO staged_document (place, key, title, publisher, kind, date, precision, symbol, addresses, verification,
       meeting, draft)
     SELECT ${place}, key, text, publisher, document_kind, tabled_on, precision, symbol, addresses, 'VERIFIED', meeting, draft
     FROM staged_roll_call r WHERE roll_call <> ALL($2::int[]) ORDER BY file, line`,
    [pathsOf(files), elsewhere],
  );
}

/** Stages the propositions of the same roll calls, with the tallies of their votes; their documents already have ids. */
export async function fillPropositions(
  client: ClientBase,
  files: readonly StagedFile[],
  elsewhere: readonly number[],
): Promise<void> {
  await client.query(
    `INSERT INTO staged_proposition (place, key, kind, text, note, short_title, body, session, series, symbol, tabled_on, tabled_on_precision, text_scope, important,
       yes, no, abstain, document_id)
     SELECT ${place}, r.key, 'ROLL_CALL', r.text, r.note, r.short_title, r.body, r.session, r.series, r.symbol, r.tabled_on, r.precision, r.text_scope,
       r.important, coalesce(tally.yes, 0), coalesce(tally.no, 0), coalesce(tally.abstain, 0), staged_document.id
     FROM staged_roll_call r JOIN staged_document USING (key)
     LEFT JOIN (
       SELECT roll_call, ${tallyOf} FROM staged_vote GROUP BY roll_call) tally USING (roll_call)
     WHERE roll_call <> ALL($2::int[]) ORDER BY file, line`,
    [pathsOf(files), elsewhere],
  );
}

const tallyOf = `count(*) FILTER (WHERE position = 'SUPPORT') AS yes, count(*) FILTER (WHERE position = 'OPPOSE') AS no,
  count(*) FILTER (WHERE position = 'NEUTRAL') AS abstain`;

/** Adds to the tallies of the staged roll calls the votes that the files lack and the ledger keeps. True when there are any. */
export async function addKeptVotes(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE staged_proposition p SET yes = p.yes + kept.yes, no = p.no + kept.no, abstain = p.abstain + kept.abstain FROM (
       SELECT proposition_id, ${tallyOf} FROM stance
       WHERE id IN (SELECT standing FROM staged_stance_change WHERE action = 'unsaid') GROUP BY proposition_id) kept
     WHERE kept.proposition_id = p.id`,
  );
  return (rowCount ?? 0) > 0;
}

/** Sets the party id of every staged voter: a party that the files declare, or one of the ledger. Unknown parties are problems. */
export async function nameParties(client: ClientBase, problems: ProblemList): Promise<void> {
  await client.query(
    `UPDATE staged_voter SET party_id = named.id FROM (
       SELECT key, id FROM staged_party
       UNION ALL SELECT key, id FROM party WHERE retired_in IS NULL AND NOT EXISTS (SELECT FROM staged_party u WHERE u.key = party.key)) named
     WHERE named.key = staged_voter.party`,
  );
  const { rows } = await client.query<{ at: string; party: string; total: number }>(
    'SELECT place AS at, party, count(*) OVER ()::int AS total FROM staged_voter WHERE party_id IS NULL ORDER BY ctid LIMIT 100',
  );
  const unknown = rows.map(({ at, party }) => ({
    at,
    found: `party: ${JSON.stringify(party)}`,
    expected: 'a party of the ledger, or one that the crosswalk declares',
  }));
  problems.addMany(unknown, rows[0]?.total);
}

/** Issues of roll calls that neither the files declare nor the ledger has are problems. */
export async function nameIssues(client: ClientBase, problems: ProblemList): Promise<void> {
  const { rows } = await client.query<{ issue: string }>(
    `SELECT DISTINCT issue FROM staged_label WHERE issue NOT IN (
       SELECT key FROM staged_issue UNION ALL SELECT key FROM issue WHERE retired_in IS NULL) ORDER BY issue LIMIT 100`,
  );
  for (const { issue } of rows) {
    const expected = 'an issue of the ledger, or one that the crosswalk declares';
    problems.add({ at: 'the crosswalk', found: `issue: ${JSON.stringify(issue)}`, expected });
  }
}
