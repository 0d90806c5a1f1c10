import { type DocumentRow, document, type SignatoryRow, signatory } from './documents.ts';
import { type MembershipRow, membership, type PartyRow, party } from './parties.ts';
import {
  type PassagePartyRow,
  type PassageRow,
  type PassageStanceRow,
  passage,
  passageParty,
  passageStance,
} from './passages.ts';
import {
  type IssueRow,
  issue,
  type PropositionIssueRow,
  type PropositionRow,
  proposition,
  propositionIssue,
} from './propositions.ts';
import {
  type AbsenceRow,
  absence,
  type CitationRow,
  citation,
  type StanceRow,
  stance,
  type VerbGuideRow,
  verbGuide,
} from './stances.ts';
import type { Table } from './table.ts';

/** The rows of each table of the ledger. */
export interface LedgerRows {
  readonly verbGuide: VerbGuideRow;
  readonly party: PartyRow;
  readonly membership: MembershipRow;
  readonly issue: IssueRow;
  readonly document: DocumentRow;
  readonly signatory: SignatoryRow;
  readonly proposition: PropositionRow;
  readonly propositionIssue: PropositionIssueRow;
  readonly stance: StanceRow;
  readonly citation: CitationRow;
  readonly absence: AbsenceRow;
  readonly passage: PassageRow;
  readonly passageParty: PassagePartyRow;
  readonly passageStance: PassageStanceRow;
}

export type TableName = keyof LedgerRows;

/** Every revisioned table, each after those that its rows name. */
export const tables: { readonly [Name in TableName]: Table<LedgerRows[Name]> } = {
  verbGuide,
  party,
  membership,
  issue,
  document,
  signatory,
  proposition,
  propositionIssue,
  stance,
  citation,
  absence,
  passage,
  passageParty,
  passageStance,
};

export const tableNames = Object.keys(tables) as readonly TableName[];
