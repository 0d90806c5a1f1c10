import type { ClientBase } from 'pg';
import type { Problem } from '#ledger/write/proposal.ts';

/** The source of the roll calls: Erik Voeten, United Nations General Assembly Voting Data. */
const dataset = 'https://doi.org/10.7910/DVN/LEJUQZ';

/** Stages a document for every staged roll call, which its votes cite. `path` is the file of the roll calls. */
export async function fillDocuments(client: ClientBase, path: string): Promise<void> {
  await client.query(
    `INSERT INTO unga_document (place, key, title, publisher, kind, date, precision, symbol, addresses, verification)
     SELECT $1 || ':' || line, key, text, 'UN General Assembly', 'UN_RESOLUTION_VOTE', tabled_on, precision, symbol,
       jsonb_build_array(jsonb_build_object('url', $2::text, 'read', true, 'note', 'rcid ' || rcid)), 'VERIFIED'
     FROM unga_roll_call ORDER BY line`,
    [path, dataset],
  );
}

/** Stages a proposition for every staged roll call, with the tally of its votes; its document already has an id. */
export async function fillPropositions(client: ClientBase, path: string): Promise<void> {
  await client.query(
    `INSERT INTO unga_proposition (place, key, kind, text, body, session, symbol, tabled_on, tabled_on_precision, text_scope, important,
       yes, no, abstain, document_id)
     SELECT $1 || ':' || line, r.key, 'ROLL_CALL', r.text, 'UNGA', r.session, r.symbol, r.tabled_on, r.precision, r.text_scope,
       r.important, coalesce(tally.yes, 0), coalesce(tally.no, 0), coalesce(tally.abstain, 0), unga_document.id
     FROM unga_roll_call r JOIN unga_document USING (key)
     LEFT JOIN (
       SELECT rcid, count(*) FILTER (WHERE position = 'SUPPORT') AS yes, count(*) FILTER (WHERE position = 'OPPOSE') AS no,
         count(*) FILTER (WHERE position = 'NEUTRAL') AS abstain
       FROM unga_vote GROUP BY rcid) tally USING (rcid)
     ORDER BY line`,
    [path],
  );
}

/** Adds to the tallies of the staged roll calls the votes that the files lack and the ledger keeps. True when there are any. */
export async function addKeptVotes(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE unga_proposition p SET yes = p.yes + kept.yes, no = p.no + kept.no, abstain = p.abstain + kept.abstain FROM (
       SELECT proposition_id, count(*) FILTER (WHERE position = 'SUPPORT') AS yes, count(*) FILTER (WHERE position = 'OPPOSE') AS no,
         count(*) FILTER (WHERE position = 'NEUTRAL') AS abstain
       FROM stance WHERE id IN (SELECT standing FROM unga_stance_change WHERE action = 'unsaid') GROUP BY proposition_id) kept
     WHERE kept.proposition_id = p.id`,
  );
  return (rowCount ?? 0) > 0;
}

/** Sets the party id of every period of the crosswalk: a party that it declares, or one of the ledger. Unknown parties are problems. */
export async function nameParties(client: ClientBase): Promise<Problem[]> {
  await client.query(
    `UPDATE unga_period SET party_id = named.id FROM (
       SELECT key, id FROM unga_party
       UNION ALL SELECT key, id FROM party WHERE retired_in IS NULL AND NOT EXISTS (SELECT FROM unga_party u WHERE u.key = party.key)) named
     WHERE named.key = unga_period.party`,
  );
  const { rows } = await client.query<{ at: string; party: string }>(
    'SELECT place AS at, party FROM unga_period WHERE party_id IS NULL ORDER BY ctid',
  );
  return rows.map(({ at, party }) => ({
    at,
    found: `party: ${JSON.stringify(party)}`,
    expected: 'a party of the ledger, or one that the crosswalk declares',
  }));
}
