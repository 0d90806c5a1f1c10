import { deed } from './deeds.ts';
import { difference } from './differences.ts';
import { document, signatory } from './documents.ts';
import { membership, party } from './parties.ts';
import { passage, passageParty, passageStance } from './passages.ts';
import { issue, proposition, propositionIssue } from './propositions.ts';
import { source } from './sources.ts';
import { absence, citation, stance, verbGuide } from './stances.ts';
import type { AnyRow, RowOf, Table } from './table.ts';

const declared = {
  source,
  verbGuide,
  party,
  membership,
  issue,
  document,
  signatory,
  proposition,
  propositionIssue,
  deed,
  stance,
  citation,
  absence,
  difference,
  passage,
  passageParty,
  passageStance,
};

export type TableName = keyof typeof declared;

/** The rows of each table of the ledger. */
export type LedgerRows = { readonly [Name in TableName]: RowOf<(typeof declared)[Name]> };

/** Every revisioned table, each after those that its rows name. */
export const tables: { readonly [Name in TableName]: Table<LedgerRows[Name]> } = declared;

export const tableNames = Object.keys(tables) as readonly TableName[];

/** The same tables for code that serves every table, whatever the fields of its rows. */
export const anyTables = tables as unknown as Readonly<Record<TableName, Table<AnyRow>>>;
