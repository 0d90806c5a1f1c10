import type { ClientBase } from 'pg';
import { NEVER } from '#agreement/stance-columns.ts';
import { officialSource } from '#ledger/disputed/official-source.ts';
import type { Catalogue, Party, Proposition } from './catalogue.ts';

/** A vote of which the official record says otherwise than the ledger, by ordinals. */
export interface RecordedDifference {
  readonly proposition: number;
  readonly party: number;
  readonly addedIn: number;
  /** NEVER until it is retired. */
  readonly retiredIn: number;
}

/** What the ledger has of the official record of votes. */
export interface OfficialRecord {
  /** Numbers of the revisions by which it was imported, ascending. */
  readonly revisions: readonly number[];
  /** Retired ones included. */
  readonly differences: readonly RecordedDifference[];
}

export async function loadOfficialRecord(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<OfficialRecord> {
  const { rows } = await client.query<{ number: number }>(
    'SELECT number FROM revision WHERE source = $1 ORDER BY number',
    [officialSource],
  );
  return {
    revisions: rows.map(({ number }) => number),
    differences: await loadDifferences(client, parties, propositions),
  };
}

/** The differences of the official record. */
export async function loadDifferences(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<RecordedDifference[]> {
  const { rows } = await client.query<RecordedDifference>(
    `SELECT proposition_id AS proposition, party_id AS party, added_in AS "addedIn", coalesce(retired_in, ${NEVER}) AS "retiredIn"
     FROM difference WHERE source = $1 ORDER BY id`,
    [officialSource],
  );
  return rows.map((row) => ({
    ...row,
    // Foreign keys hold, and all is read in one transaction.
    proposition: propositions.byId.get(row.proposition)?.ordinal as number,
    party: parties.byId.get(row.party)?.ordinal as number,
  }));
}
