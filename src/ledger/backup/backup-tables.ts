import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { tableNames, tables } from '../tables/ledger-rows.ts';
import { type BackedUpTable, type BackupOptions, reportNothing } from './backup.ts';

/** The tables that a backup carries, each after those that its rows name. Keys and what else is no part of the ledger do not travel. */
export const backupTables: readonly string[] = [
  'revision',
  ...tableNames.map((name) => tables[name].name),
  'amendment',
];

/** The columns of a table, in their order. */
export async function columnsOf(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Names of the migrations that the database went through, in order. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows.map(({ name }) => name);
}

/** A list of columns as SQL has it. */
export const columnList = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

export async function countRows(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]?.count);
}

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

/** A stream that shows every piece which passes through it. */
export const passing = (look: (piece: Buffer) => void): Transform =>
  new Transform({
    transform(piece: Buffer, _encoding, done) {
      look(piece);
      done(null, piece);
    },
  });
