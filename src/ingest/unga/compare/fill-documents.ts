import type { ClientBase } from 'pg';

/** Where the roll calls come from: Erik Voeten, United Nations General Assembly Voting Data. */
const dataset = 'https://doi.org/10.7910/DVN/LEJUQZ';

/** Makes a document of every staged roll call: what a vote in it cites. `path` is the file that they come from. */
export async function fillDocuments(client: ClientBase, path: string): Promise<void> {
  await client.query(
    `INSERT INTO unga_document (place, key, title, publisher, kind, date, precision, symbol, addresses, verification)
     SELECT $1 || ':' || line, key, text, 'UN General Assembly', 'UN_RESOLUTION_VOTE', tabled_on, precision, symbol,
       jsonb_build_array(jsonb_build_object('url', $2::text, 'read', true, 'note', 'rcid ' || rcid)), 'VERIFIED'
     FROM unga_roll_call ORDER BY line`,
    [path, dataset],
  );
}
