import type { ClientBase } from 'pg';
import type { Database } from '#postgres/open-database.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { type Head, readHead } from '../head.ts';
import { type SuspectRow, strayRows, suspectRows, type Touched, type TouchedPart } from './touched.ts';

/** Computes the digests of all revisions anew, as the ledger is at one moment, while others go on. Tells the number of each that it is done with. */
export const verifyLedger = (
  { pool }: Pick<Database, 'pool'>,
  done: (revision: number) => void,
  signal?: AbortSignal,
): Promise<Recomputed> =>
  withTransaction(pool, 'READ', (client) =>
    recompute(client, (revision) => {
      signal?.throwIfAborted();
      done(revision);
    }),
  );

export interface Recomputed {
  readonly head: Head;
  /** The first revision that is not as it was committed; null when all are. */
  readonly touched: Touched | null;
}

type Parts = Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;

interface RecomputedRevision {
  readonly same: boolean;
  readonly parts: Parts | null;
  readonly found: Parts;
}

// The digest before it was compared already, so each one is looked at by itself.
const query = `
  SELECT digest IS NOT DISTINCT FROM revision_digest(revision, found, (SELECT digest FROM revision WHERE number = $1 - 1)) AS same,
    parts, found
  FROM revision, LATERAL revision_parts(number) found WHERE number = $1`;

/**
 * Computes the digests of all revisions anew, in the client's open transaction, which must see one moment. Tells the number of each that it is done
 * with. Ends at the first that differs.
 */
export async function recompute(client: ClientBase, done: (revision: number) => void = () => {}): Promise<Recomputed> {
  const head = await readHead(client);
  for (let revision = 1; revision <= head.revision; revision++) {
    const { rows } = await client.query<RecomputedRevision>(query, [revision]);
    const touched = await touchedOf(client, revision, rows[0]);
    if (touched !== null) return { head, touched };
    done(revision);
  }
  return { head, touched: await strayRows(client, head.revision) };
}

async function touchedOf(
  client: ClientBase,
  revision: number,
  row: RecomputedRevision | undefined,
): Promise<Touched | null> {
  if (row === undefined) return { revision, what: 'MISSING', parts: [], rows: [] };
  const parts = differentParts(row.parts ?? {}, row.found);
  if (parts.length === 0) return row.same ? null : { revision, what: 'SELF', parts, rows: [] };
  const rows: SuspectRow[] = [];
  for (const table of new Set(parts.map(({ part }) => part.split(' ')[0] as string)))
    rows.push(...(await suspectRows(client, table)));
  return { revision, what: 'ROWS', parts, rows };
}

const differentParts = (expected: Parts, found: Parts): TouchedPart[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((part) => expected[part]?.sha256 !== found[part]?.sha256 || expected[part]?.rows !== found[part]?.rows)
    .map((part) => ({ part, found: found[part]?.rows ?? 0, expected: expected[part]?.rows ?? 0 }))
    .toSorted((a, b) => (a.part < b.part ? -1 : 1));
