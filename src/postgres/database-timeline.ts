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
const query = (systemIdentifier: string, timelineOfStandby: string, ledger: string) => `
  SELECT ${systemIdentifier} AS "systemIdentifier", pg_is_in_recovery() AS "inRecovery",
    CASE WHEN pg_is_in_recovery() THEN ${timelineOfStandby} ELSE ${ofWal} END AS timeline, ${ledger} AS ledger`;
const ofServer = [
  '(SELECT system_identifier::text FROM pg_control_system())',
  '(SELECT timeline_id FROM pg_control_checkpoint())',
] as const;
const withoutRights = ['NULL', 'NULL'] as const;
// Read through JSON because a ledger that was not migrated has no such column.
const ofLedger = `(SELECT to_jsonb(revision_counter)->>'ledger' FROM revision_counter)`;

const insufficientPrivilege = '42501';
const undefinedTable = '42P01';

/** Asks a connection, outside of a transaction, where it leads. Everybody may call the functions unless somebody revoked it; then what is left is told. */
export async function readTimeline(client: Pick<ClientBase, 'query'>): Promise<Timeline> {
  const ask = async (server: readonly [string, string], ledger: string): Promise<Timeline> => {
    const { rows } = await client.query<Timeline>(query(...server, ledger));
    return rows[0] as Timeline; // a SELECT without FROM gives one row
  };
  const askWith = (server: readonly [string, string]) =>
    ask(server, ofLedger).catch((error: { readonly code?: string }) => {
      if (error.code !== undefinedTable) throw error;
      return ask(server, 'NULL'); // nothing was migrated yet
    });
  return askWith(ofServer).catch((error: { readonly code?: string }) => {
    if (error.code !== insufficientPrivilege) throw error;
    return askWith(withoutRights);
  });
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
