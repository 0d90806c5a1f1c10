import type { ClientBase } from 'pg';

/** Makes a proposition of every staged roll call, with the tally of its votes; its document has an id by now. */
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
