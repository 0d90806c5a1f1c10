import type { ClientBase } from 'pg';

/** Which ledger it is and how far it has come: two of them are equal exactly when all that was ever said is. */
export interface Head {
  /** Id of the ledger, a UUID. */
  readonly ledger: string;
  /** Number of the newest revision; 0 in an empty ledger. */
  readonly revision: number;
  /** Its digest, 64 hex digits; in an empty ledger what the first revision is chained to. */
  readonly digest: string;
}

/** Where the ledger stands now, as the client sees it. */
export async function readHead(client: Pick<ClientBase, 'query'>): Promise<Head> {
  const { rows } = await client.query<Head>(`
    SELECT ledger, last AS revision,
      encode(coalesce(digest, sha256(convert_to('concord ledger ' || ledger, 'UTF8'))), 'hex') AS digest
    FROM revision_counter LEFT JOIN revision ON number = last`);
  return rows[0] as Head; // the counter is one row, which is never deleted
}

/** The digest of a revision; empty when there is none of the number. */
export async function readDigest(client: Pick<ClientBase, 'query'>, revision: number): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `SELECT encode(digest, 'hex') AS digest FROM revision WHERE number = $1`,
    [revision],
  );
  return rows[0]?.digest ?? '';
}

/** The digests of the revisions after one, in their order. */
export async function readDigests(client: Pick<ClientBase, 'query'>, after: number): Promise<string[]> {
  const { rows } = await client.query<{ digest: string }>(
    `SELECT encode(digest, 'hex') AS digest FROM revision WHERE number > $1 ORDER BY number`,
    [after],
  );
  return rows.map(({ digest }) => digest);
}
