import type { ClientBase } from 'pg';

/** The columns of a staged roll call that every source fills, in the order in which its rows are copied. */
export const rollCallColumns = [
  ...['file', 'line', 'roll_call', 'name', 'key', 'body', 'session', 'series'],
  ...['symbol', 'text', 'tabled_on', 'precision', 'text_scope'],
] as const;

/** Tables with their own keys, each after those that it references. */
export const catalogueNames = ['party', 'issue', 'document', 'proposition'] as const;

export type CatalogueName = (typeof catalogueNames)[number];

// Rows of the files contain the index of the file and their line in it. The others have the columns of the ledger's table, so that
// the two can be compared column by column; `place` is the location of such a row in the files, `action` the change that it requires.
//
// A roll call has the number by which the records of its file name it; `name` is how messages call it; `note` is one on its proposition. A voter is the number of a name or code as the
// files write it, which is the vote of `party` from `from` until the day before `until`; those without a bound have '-infinity' and 'infinity'.
// A label that is `withdrawn` is one that the files have wrongly: what the ledger has of it is retired.
// An absence that is none (`absent` is false) says that the voter was no member: it is staged for the checks alone.
const staging = `
  CREATE TEMP TABLE staged_roll_call (file smallint, line int, roll_call int, name text, key text, body text, session smallint, series text, symbol text, text text, short_title text,
    tabled_on date, precision "Precision", text_scope "TextScope", important boolean, publisher text, document_kind "DocumentKind", addresses jsonb, meeting text, draft text,
    note text)
    ON COMMIT DROP;
  CREATE TEMP TABLE staged_label (file smallint, line int, roll_call int, issue text, withdrawn boolean NOT NULL DEFAULT false) ON COMMIT DROP;
  CREATE TEMP TABLE staged_vote (line int, roll_call int, voter int, position "Position", file smallint) ON COMMIT DROP;
  CREATE TEMP TABLE staged_absence (line int, roll_call int, voter int, file smallint, absent boolean) ON COMMIT DROP;
  CREATE TEMP TABLE staged_voter (place text, voter int, name text, party text, "from" date, until date, party_id int) ON COMMIT DROP;
  CREATE TEMP TABLE staged_membership (file smallint, line int, bloc text, member text, "from" date, until date, precision "Precision") ON COMMIT DROP;
  CREATE TEMP TABLE staged_source (file smallint, line int, key text, title text, publisher text, citation text, licence text, licence_address text,
    address text, reviewed_on date) ON COMMIT DROP;
  ${catalogueNames
    .map(
      (name) => `
        CREATE TEMP TABLE staged_${name} ON COMMIT DROP AS SELECT * FROM ${name} WITH NO DATA;
        ALTER TABLE staged_${name} ADD COLUMN place text, ADD COLUMN action text;`,
    )
    .join('')}
`;

/** Creates the temporary tables of an import, which are dropped at the end of the transaction. */
export async function createStaging(client: ClientBase): Promise<void> {
  await client.query(staging);
}

/** Tells the server how much is staged: it does not analyse temporary tables by itself. */
export async function analyseStaged(client: ClientBase): Promise<void> {
  await client.query('ANALYZE staged_roll_call, staged_label, staged_vote, staged_absence, staged_voter');
}
