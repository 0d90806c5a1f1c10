import type { Pool } from 'pg';
import type { Position } from '#postgres/generated/enums.ts';
import { knownAtSql } from './known-at.ts';

/** A vote of which a source says otherwise than the ledger. */
export interface KnownDifference {
  readonly id: number;
  readonly propositionId: number;
  readonly partyId: number;
  /** Who says otherwise. */
  readonly source: string;
  /** What that source says; null: that the party did not vote. */
  readonly position: Position | null;
  /** What the ledger goes by; null: an absence, or nothing any more. */
  readonly ledgerPosition: Position | null;
  /** Where the source says so. */
  readonly address: string | null;
}

/** The differences known at a revision, of these parties or of all (null), by roll call and party. */
export async function readDifferences(
  pool: Pool,
  revision: number,
  partyIds: readonly number[] | null,
): Promise<KnownDifference[]> {
  const { rows } = await pool.query<KnownDifference>(
    `SELECT t.id, t.proposition_id AS "propositionId", t.party_id AS "partyId", t.source, t.position, t.address, held.position AS "ledgerPosition"
     FROM difference t LEFT JOIN LATERAL (
       SELECT s.position FROM stance s WHERE s.proposition_id = t.proposition_id AND s.party_id = t.party_id AND ${knownAtSql('$1', 's')}
       ORDER BY s.held_from DESC LIMIT 1) held ON true
     WHERE ${knownAtSql('$1', 't')} AND ($2::int[] IS NULL OR t.party_id = ANY($2))
     ORDER BY t.proposition_id, t.party_id, t.source`,
    [revision, partyIds],
  );
  return rows;
}

/** How many differences of each party are known at a revision, most first. */
export async function countDifferences(
  pool: Pool,
  revision: number,
): Promise<{ readonly partyId: number; readonly count: number }[]> {
  const { rows } = await pool.query<{ partyId: number; count: number }>(
    `SELECT party_id AS "partyId", count(*)::int AS count FROM difference t WHERE ${knownAtSql('$1', 't')} GROUP BY 1 ORDER BY 2 DESC, 1`,
    [revision],
  );
  return rows;
}
