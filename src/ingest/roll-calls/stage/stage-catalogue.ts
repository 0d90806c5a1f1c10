import type { ClientBase } from 'pg';
import type { PartyRow } from '#ledger/tables/parties.ts';
import type { IssueRow } from '#ledger/tables/propositions.ts';

interface Placed {
  /** Where it is declared. */
  readonly place: string;
}

export type StagedParty = Placed & Pick<PartyRow, 'key' | 'kind' | 'iso3' | 'name' | 'aliases' | 'note'>;

/** Stages parties that an import declares. */
export async function stageParties(client: ClientBase, parties: readonly StagedParty[]): Promise<void> {
  await client.query(
    `INSERT INTO staged_party (place, key, kind, iso3, name, aliases, note, addresses)
     SELECT place, key, kind, iso3, name, aliases, note, '{}'
     FROM jsonb_to_recordset($1) AS r(place text, key text, kind "PartyKind", iso3 text, name text, aliases text[], note text)`,
    [JSON.stringify(parties)],
  );
}

export type StagedIssue = Placed & Pick<IssueRow, 'key' | 'name' | 'summary'>;

/** Stages issues that an import declares, as those of bulk records. */
export async function stageIssues(client: ClientBase, issues: readonly StagedIssue[]): Promise<void> {
  await client.query(
    `INSERT INTO staged_issue (place, key, name, summary, tier)
     SELECT place, key, name, summary, 'EXTENDED' FROM jsonb_to_recordset($1) AS r(place text, key text, name text, summary text)`,
    [JSON.stringify(issues)],
  );
}

/** Whose votes are those of a voter of the files: of the party with the key `party` from `from` until the day before `until`; null: without that bound. */
export interface StagedVoter extends Placed {
  /** The number that stands for the voter in the staged votes and absences. */
  readonly voter: number;
  /** How messages call it. */
  readonly name: string;
  readonly party: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** Stages voters. Several periods of one voter must not overlap. */
export async function stageVoters(client: ClientBase, voters: readonly StagedVoter[]): Promise<void> {
  await client.query(
    `INSERT INTO staged_voter (place, voter, name, party, "from", until)
     SELECT place, voter, name, party, coalesce("from", '-infinity'), coalesce(until, 'infinity')
     FROM jsonb_to_recordset($1) AS r(place text, voter int, name text, party text, "from" date, until date)`,
    [JSON.stringify(voters)],
  );
}
