import type { Pool } from 'pg';

export interface RevisionFacts {
  /** What the counter says is the newest revision; null when its row is missing. */
  readonly counter: number | null;
  readonly count: number;
  readonly newest: number;
  /** The first number below the newest that no revision has; null when there is none. */
  readonly gap: number | null;
  /** When the newest was made, by the clock of the database, is yet to come. */
  readonly fromTheFuture: boolean;
}

const query = `
  SELECT (SELECT last FROM revision_counter) AS counter,
    count(*)::int AS count,
    coalesce(max(number), 0) AS newest,
    (SELECT min(expected)::int
      FROM (SELECT number, row_number() OVER (ORDER BY number) AS expected FROM revision) numbered
      WHERE number <> expected) AS gap,
    coalesce(max(time) > clock_timestamp(), false) AS "fromTheFuture"
  FROM revision`;

/** How the revisions of a ledger are numbered. */
export async function readRevisionFacts(pool: Pool): Promise<RevisionFacts> {
  const { rows } = await pool.query<RevisionFacts>(query);
  const [row] = rows as [RevisionFacts]; // an aggregate without GROUP BY gives one row
  return row;
}
