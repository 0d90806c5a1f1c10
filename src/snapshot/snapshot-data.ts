import type { ClientBase } from 'pg';
import type { AbsenceColumns, StanceColumns } from '#agreement/stance-columns.ts';
import {
  catalogue,
  type Document,
  type Issue,
  type Membership,
  type Party,
  type Proposition,
  type PropositionIssue,
} from './catalogue.ts';
import type { SearchIndexes } from './search/search-indexes.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot is made of: plain data, which can be sent from one thread to another. */
export interface SnapshotData {
  readonly ledger: string;
  readonly revision: number;
  readonly digest: string;
  readonly digests: readonly string[];
  readonly parties: readonly Party[];
  readonly issues: readonly Issue[];
  readonly propositions: readonly Proposition[];
  readonly documents: readonly Document[];
  readonly propositionIssues: readonly PropositionIssue[];
  readonly memberships: readonly Membership[];
  readonly stances: StanceColumns;
  readonly absences: AbsenceColumns;
  readonly search: SearchIndexes;
}

/** A snapshot of the data; shares it. */
export const snapshotOf = (data: SnapshotData): Snapshot => ({
  ...data,
  parties: catalogue(data.parties),
  issues: catalogue(data.issues),
  propositions: catalogue(data.propositions),
  documents: catalogue(data.documents),
});

/** The memory of the columns that is handed over rather than copied; the rest of it is shared. */
export const buffersOf = ({ stances, absences }: Pick<SnapshotData, 'stances' | 'absences'>): ArrayBuffer[] =>
  [...Object.values(stances), ...Object.values(absences)].flatMap((column) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );

/** The number of the newest revision; 0 in an empty ledger. */
export async function readLast(client: Pick<ClientBase, 'query'>): Promise<number> {
  const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
  return rows[0]?.last ?? 0;
}
