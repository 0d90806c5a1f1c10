import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

// Rows of the files contain the number of the file and their line in it. The others have the columns of the ledger's table, so that
// the two can be compared column by column; `place` is the location of such a row in the files, `action` the change that it requires.
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

/** Creates the temporary tables of an import, which are dropped at the end of the transaction. */
export async function createStaging(client: ClientBase): Promise<void> {
  await client.query(staging);
}

/** A value in COPY's text format. */
export type CopyValue = string | number | boolean | null;

/** A row in COPY's text format. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(copyText).join('\t')}\n`;

function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, escaped) : String(value);
}

const letters: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\r': 'r', '\\': '\\' };
const escaped = (character: string) => `\\${letters[character]}`;

/** Copies rows, as chunks of COPY's text format, into columns of a table, with backpressure. */
export async function copyIn(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  pieces: AsyncIterable<string>,
): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
}
