import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

// In an order in which no row comes before what it refers to.
const tables = ['revision', 'party', 'issue', 'document', 'proposition', 'proposition_issue', 'stance', 'absence'];

const fileOf = (folder: string, table: string) => join(folder, `${table}.copy`);

/** Writes what the newest revision of a ledger added into files, one per table, as COPY has it. */
export async function copyOut(client: Client, folder: string): Promise<void> {
  const newest = '(SELECT last FROM revision_counter)';
  for (const table of tables) {
    const revision = table === 'revision' ? 'number' : 'added_in';
    const stream = client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE ${revision} = ${newest}) TO STDOUT`));
    await pipeline(stream, createWriteStream(fileOf(folder, table)));
  }
}

/** Reads the files into the same tables of another ledger, in one transaction: COPY and nothing else. */
export async function copyIn(client: Client, folder: string): Promise<void> {
  await client.query('BEGIN');
  for (const table of tables) {
    await pipeline(createReadStream(fileOf(folder, table)), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  }
  await client.query('COMMIT');
}
