import type { ClientBase } from 'pg';
import type { AbsenceColumns, StanceColumns } from '#agreement/stance-columns.ts';
import { officialSource } from '#ledger/disputed/official-source.ts';
import type { Head } from '#ledger/head.ts';
import {
  type Catalogue,
  catalogue,
  type Deed,
  type Document,
  type Issue,
  type Membership,
  type Party,
  type Passage,
  type Proposition,
  type PropositionIssue,
} from './catalogue.ts';
import type { OfficialRecord } from './official-record.ts';
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
  readonly passages: Catalogue<Passage>;
  readonly propositionIssues: readonly PropositionIssue[];
  readonly deeds: readonly Deed[];
  readonly memberships: readonly Membership[];
  readonly stances: StanceColumns;
  readonly absences: AbsenceColumns;
  readonly official: OfficialRecord;
  /** The present and past texts of the rows, for searching. */
  readonly search: SearchIndexes;
}

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
  readonly passages: readonly Passage[];
  readonly propositionIssues: readonly PropositionIssue[];
  readonly deeds: readonly Deed[];
  readonly memberships: readonly Membership[];
  readonly stances: StanceColumns;
  readonly absences: AbsenceColumns;
  readonly official: OfficialRecord;
  readonly search: SearchIndexes;
}

/** A snapshot of the data; shares it. */
export const snapshotOf = (data: SnapshotData): Snapshot => ({
  ...data,
  parties: catalogue(data.parties),
  issues: catalogue(data.issues),
  propositions: catalogue(data.propositions),
  documents: catalogue(data.documents),
  passages: catalogue(data.passages),
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

/** What a snapshot knows of the revisions that led to it. */
export type Past = Pick<Snapshot, 'ledger' | 'revision' | 'digest' | 'digests'>;

/** The digest of a revision as a snapshot knows it; null when it has no such revision. */
export const digestAt = ({ revision, digests }: Past, number: number): string | null =>
  number > revision ? null : (digests[number - 1] ?? null);

/** Whether a snapshot holds a revision whose digest begins so. */
export const holdsRevision = (past: Past, number: number, digest: string): boolean =>
  past.revision >= number && (digest === '' || digestAt(past, number)?.startsWith(digest) === true);

/**
 * How a ledger that was looked at stands to a snapshot: the `SAME`; `BEHIND`, of the same past but without its last revisions; `OTHER`, another past;
 * or `AHEAD`, further on, which says nothing of the past yet.
 */
export function compareWithPast(past: Past, head: Head): 'SAME' | 'BEHIND' | 'AHEAD' | 'OTHER' {
  if (head.ledger !== past.ledger) return 'OTHER';
  if (head.revision > past.revision) return 'AHEAD';
  if (head.revision === past.revision) return head.digest === past.digest ? 'SAME' : 'OTHER';
  return head.revision === 0 || digestAt(past, head.revision) === head.digest ? 'BEHIND' : 'OTHER';
}

/** Where the ledger stands, and what came after a revision that was known. */
export interface News {
  readonly head: Head;
  /** The digest of the revision that was known, as the ledger has it now, and those after it; nothing in an empty ledger. */
  readonly digests: readonly string[];
  /** The tables of which rows were added, amended or retired since. */
  readonly changed: ReadonlySet<string>;
  /** How many stances were added since. */
  readonly added: number;
  /** How many were retired since. */
  readonly retired: number;
  /** The same of citations. */
  readonly citations: { readonly added: number; readonly retired: number };
  /** The revisions since by which the official record was imported. */
  readonly official: readonly number[];
}

interface LaterRow {
  readonly number: number;
  readonly digest: string;
  readonly source: string;
  readonly parts: Parts | null;
}

interface NewsRow extends Head {
  readonly later: readonly LaterRow[] | null;
}

/** What a revision was found to consist of as it was committed, by table and kind of change, such as `stance ADDED`. */
type Parts = Readonly<Record<string, { readonly rows: number }>>;

const query = {
  name: 'news of the ledger',
  text: `
    SELECT ledger, last AS revision,
      encode(coalesce(digest, sha256(convert_to('concord ledger ' || ledger, 'UTF8'))), 'hex') AS digest,
      (SELECT jsonb_agg(jsonb_build_object('number', later.number, 'digest', encode(later.digest, 'hex'), 'source', later.source,
         'parts', later.parts) ORDER BY later.number)
       FROM revision later WHERE later.number BETWEEN $1::int AND last) AS later
    FROM revision_counter LEFT JOIN revision ON number = last`,
};

/** What the ledger says that it did not say at a revision. Which tables changed is told by the revisions: nothing is looked for. */
export async function readNews(client: ClientBase, known: number): Promise<News> {
  const { rows } = await client.query<NewsRow>({ ...query, values: [known] });
  const { later, ...head } = rows[0] as NewsRow; // the counter is one row, which is never deleted
  const since = (later ?? []).filter(({ number }) => number > known);
  const parts = since
    .flatMap((revision) => Object.entries(revision.parts ?? {}))
    .map(([key, { rows: count }]) => ({ key, table: key.split(' ')[0] as string, count }));
  const countOf = (key: string) => parts.reduce((sum, part) => sum + (part.key === key ? part.count : 0), 0);
  return {
    head,
    digests: (later ?? []).map(({ digest }) => digest),
    changed: new Set(parts.map(({ table }) => table)),
    added: countOf('stance ADDED'),
    retired: countOf('stance RETIRED'),
    citations: { added: countOf('citation ADDED'), retired: countOf('citation RETIRED') },
    official: since.filter(({ source }) => source === officialSource).map(({ number }) => number),
  };
}

/** The database holds another past than what was read from it before: another server was promoted, or the database was replaced. */
export class OtherPastError extends Error {
  override readonly name = 'OtherPastError';

  constructor(found: Head, expected: Head) {
    super(
      `The history of the ledger differs from the one served so far: found ${said(found)}, expected a successor of ${said(expected)}. ` +
        'A standby that lacked revisions was promoted, or the database was replaced or restored. The ledger is reloaded.',
    );
  }
}

const said = ({ ledger, revision, digest }: Head) =>
  `revision ${revision} (digest ${digest.slice(0, 16)}…) of ledger ${ledger}`;
