import type { ClientBase } from 'pg';

// Rows of the files come with the number of the file and their line in it. The others have the columns of the ledger's table, so that
// the two can be compared column by column; `place` says where such a row was said, `action` what has to be done with it.
const staging = `
  CREATE TEMP TABLE unga_roll_call (file smallint, line int, rcid int, key text, session smallint, symbol text, text text,
    tabled_on date, precision "Precision", text_scope "TextScope", important boolean) ON COMMIT DROP;
  CREATE TEMP TABLE unga_label (file smallint, line int, rcid int, issue text) ON COMMIT DROP;
  CREATE TEMP TABLE unga_vote (line int, rcid int, position "Position", file smallint, country smallint) ON COMMIT DROP;
  CREATE TEMP TABLE unga_absence (line int, rcid int, file smallint, country smallint, absent boolean) ON COMMIT DROP;
  CREATE TEMP TABLE unga_period (place text, country smallint, name text, party text, "from" date, until date, party_id int)
    ON COMMIT DROP;
  ${['party', 'issue', 'document', 'proposition']
    .map(
      (name) => `
        CREATE TEMP TABLE unga_${name} ON COMMIT DROP AS SELECT * FROM ${name} WITH NO DATA;
        ALTER TABLE unga_${name} ADD COLUMN place text, ADD COLUMN action text;`,
    )
    .join('')}
`;

/** Makes the temporary tables of an import. They go with the transaction. */
export async function createStaging(client: ClientBase): Promise<void> {
  await client.query(staging);
}
