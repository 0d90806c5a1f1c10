import type { ClientBase } from 'pg';
import { officialSource } from '#ledger/disputed/official-source.ts';
import type { Head } from '#ledger/head.ts';

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
