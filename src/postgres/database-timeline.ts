import type { ClientBase } from 'pg';

/** Which history of which database a connection sees. Two connections that see the same ledger have the same one, but for `inRecovery`. */
export interface Timeline {
  /** Made by initdb and kept by standbys and copies; null where the server does not let us ask. */
  readonly systemIdentifier: string | null;
  /** Counts promotions: a promoted standby goes on with the next one. */
  readonly timeline: number | null;
  /** Whether it is a standby. */
  readonly inRecovery: boolean;
  /** Id of the ledger, a UUID; null where there is none yet. */
  readonly ledger: string | null;
}

// A control file tells of the last checkpoint, which may come minutes after a promotion; the name of the WAL file is that of the present timeline.
const ofWal = `('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int`;
const query = (systemIdentifier: string, timelineOfStandby: string) => `
  SELECT ${systemIdentifier} AS "systemIdentifier", pg_is_in_recovery() AS "inRecovery",
    CASE WHEN pg_is_in_recovery() THEN ${timelineOfStandby} ELSE ${ofWal} END AS timeline`;
const ofServer = query(
  '(SELECT system_identifier::text FROM pg_control_system())',
  '(SELECT timeline_id FROM pg_control_checkpoint())',
);
const withoutRights = query('NULL', 'NULL');

const insufficientPrivilege = '42501';

/** Asks a connection, outside of a transaction, where it leads. Everybody may call the functions unless somebody revoked it; then what is left is told. */
export async function readTimeline(client: Pick<ClientBase, 'query'>): Promise<Timeline> {
  const server = await client.query<Omit<Timeline, 'ledger'>>(ofServer).catch((error: { readonly code?: string }) => {
    if (error.code !== insufficientPrivilege) throw error;
    return client.query<Omit<Timeline, 'ledger'>>(withoutRights);
  });
  const [row] = server.rows as [Omit<Timeline, 'ledger'>]; // a SELECT without FROM gives one row
  return { ...row, ledger: await readLedgerId(client) };
}

/** The id of the ledger, read through JSON because a database that was not migrated has no such column. */
async function readLedgerId(client: Pick<ClientBase, 'query'>): Promise<string | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('revision_counter') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return null;
  const counter = await client.query<{ ledger: string | null }>(
    `SELECT to_jsonb(revision_counter)->>'ledger' AS ledger FROM revision_counter`,
  );
  return counter.rows[0]?.ledger ?? null;
}

/** Whether two connections see one history. What a server does not tell is not compared. */
export function isSameTimeline(one: Timeline, other: Timeline): boolean {
  const agree = <Value>(a: Value | null, b: Value | null) => a === null || b === null || a === b;
  return (
    agree(one.systemIdentifier, other.systemIdentifier) &&
    agree(one.timeline, other.timeline) &&
    one.ledger === other.ledger
  );
}
