import type { Pool } from 'pg';
import type { PartyCalled } from '#ledger/names/party-names.ts';
import type { PropositionRow } from '#ledger/tables/propositions.ts';
import type { Proposal } from '#ledger/write/proposal.ts';

/** What a sheet has to know of a proposition: the day of a roll call is that of its votes. */
export type KnownProposition = Pick<PropositionRow, 'key' | 'kind' | 'tabledOn' | 'tabledOnPrecision'>;

/** What the ledger has and what the import itself brings: what sheets can name. */
export interface KnownRows {
  readonly parties: ReadonlyMap<string, PartyCalled>;
  readonly propositions: ReadonlyMap<string, KnownProposition>;
  readonly documents: ReadonlySet<string>;
}

const byKey = <Row extends { readonly key: string }>(rows: Iterable<Row>) =>
  new Map(Array.from(rows, (row) => [row.key, row]));

/** Reads what stands in the ledger, and adds what is proposed. */
export async function readKnownRows(pool: Pool, proposal: Proposal): Promise<KnownRows> {
  const standing = 'WHERE retired_in IS NULL';
  const parties = await pool.query<PartyCalled>(`SELECT key, kind, iso3, name, aliases FROM party ${standing}`);
  const propositions = await pool.query<KnownProposition>(
    `SELECT key, kind, tabled_on::text AS "tabledOn", tabled_on_precision AS "tabledOnPrecision" FROM proposition ${standing}`,
  );
  const documents = await pool.query<{ key: string }>(`SELECT key FROM document ${standing}`);
  const proposed = <Row>(entries: readonly { readonly row: Row }[]) => entries.map(({ row }) => row);
  return {
    parties: byKey([...parties.rows, ...proposed(proposal.party)]),
    propositions: byKey([...propositions.rows, ...proposed(proposal.proposition)]),
    documents: new Set([...documents.rows, ...proposed(proposal.document)].map(({ key }) => key)),
  };
}
