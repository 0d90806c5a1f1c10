import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

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
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
}
