import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ledgerTables } from '../../../src/exports/ledger/ledger-tables.ts';
import { selectSql } from '../../../src/exports/ledger/table-sql.ts';

/** Writes the same queries that an export makes into CSV files by COPY, and does nothing else. */
export async function copyFiles(client: Client, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
  const at = rows[0]?.last ?? 0;
  for (const table of ledgerTables) {
    const stream = client.query(copyTo(`COPY (${selectSql(table, { at }, 'csv')}) TO STDOUT (FORMAT csv, HEADER)`));
    await pipeline(stream, createWriteStream(join(folder, `${table.name}.csv`)));
  }
}
