import type { Pool } from 'pg';

/** A revision, as entries of feeds tell it. */
export interface RecordedRevision {
  readonly number: number;
  readonly time: Date;
  readonly author: string;
  readonly source: string;
  readonly message: string;
  /** 64 hex digits. */
  readonly digest: string;
  /** The kinds of change that it consists of, such as `stance ADDED`. */
  readonly parts: readonly string[];
}

const columns = `number, time, author, source, message, encode(digest, 'hex') AS digest,
  ARRAY(SELECT jsonb_object_keys(coalesce(parts, '{}'))) AS parts`;

/** The newest revisions up to one, newest first. */
export async function newestRevisions(pool: Pool, upTo: number, most: number): Promise<readonly RecordedRevision[]> {
  const text = `SELECT ${columns} FROM revision WHERE number <= $1 ORDER BY number DESC LIMIT $2`;
  const { rows } = await pool.query<RecordedRevision>(text, [upTo, most]);
  return rows;
}

/** The first revisions after one, oldest first. */
export async function revisionsAfter(pool: Pool, after: number, most: number): Promise<readonly RecordedRevision[]> {
  const text = `SELECT ${columns} FROM revision WHERE number > $1 ORDER BY number LIMIT $2`;
  const { rows } = await pool.query<RecordedRevision>(text, [after, most]);
  return rows;
}
