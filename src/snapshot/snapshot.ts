import type { AbsenceColumns, StanceColumns } from '#agreement/stance-columns.ts';
import type { Catalogue, Document, Issue, Membership, Party, Proposition, PropositionIssue } from './catalogue.ts';
import type { SearchIndexes } from './search/search-indexes.ts';

/** The ledger in memory at one revision. Nothing in it changes; a later revision is another snapshot. */
export interface Snapshot {
  /** Id of the ledger. */
  readonly ledger: string;
  readonly revision: number;
  /** That of the revision, 64 hex digits. */
  readonly digest: string;
  /** Those of all revisions up to it, the first one first. */
  readonly digests: readonly string[];
  readonly parties: Catalogue<Party>;
  readonly issues: Catalogue<Issue>;
  readonly propositions: Catalogue<Proposition>;
  readonly documents: Catalogue<Document>;
  readonly propositionIssues: readonly PropositionIssue[];
  readonly memberships: readonly Membership[];
  readonly stances: StanceColumns;
  readonly absences: AbsenceColumns;
  /** The present and past texts of the rows, for searching. */
  readonly search: SearchIndexes;
}
