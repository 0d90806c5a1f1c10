import { type Head, readHead } from '#ledger/head.ts';
import { openDatabase } from '#postgres/open-database.ts';
import type { Node } from './node.ts';

/** Commits a revision that amends the note of a country, directly on a node; gives where its ledger stands then. */
export async function writeOn({ url }: Node, note: string): Promise<Head> {
  const database = await openDatabase(url, { poolSize: 1 });
  try {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("INSERT INTO revision (author, source, message) VALUES ('failover', 'failover', $1)", [note]);
      await client.query("UPDATE party SET note = $1 WHERE key = 'CN'", [note]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    return await readHead(database.pool);
  } finally {
    await database.close();
  }
}
