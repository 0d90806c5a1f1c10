import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { columnList, columnsOf, countRows } from './backup-tables.ts';
import type { BackedUpTable } from './manifest.ts';
import { passing } from './passing.ts';
import { type BackupOptions, reportNothing } from './report.ts';

/** Streams a table into a file of the folder and says what is in it. Rows are in the order of their primary key: equal ledgers, equal files. */
export async function writeTable(
  client: ClientBase,
  name: string,
  folder: string,
  { report = reportNothing, signal }: BackupOptions,
): Promise<BackedUpTable> {
  const columns = await columnsOf(client, name);
  const expected = await countRows(client, name);
  const file = `${name}.csv.gz`;
  const step = `Writing ${name}`;
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  const counted = passing((piece) => {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++;
    // A line is no row where a text has several; close enough to show.
    report({ step, rows: Math.min(lines, expected), done: Math.min(lines / (expected + 1), 0.99) });
  });
  const hashed = passing((piece) => {
    hash.update(piece);
    bytes += piece.length;
  });
  const rows = client.query(
    copyTo(`COPY (SELECT ${columnList(columns)} FROM ${name} ORDER BY 1) TO STDOUT (FORMAT csv, HEADER)`),
  );
  await pipeline(rows, counted, createGzip(), hashed, createWriteStream(join(folder, file), { flush: true }), {
    signal,
  });
  report({ step, rows: rows.rowCount, done: 1 });
  return { name, file, columns, rows: rows.rowCount, bytes, sha256: hash.digest('hex') };
}
