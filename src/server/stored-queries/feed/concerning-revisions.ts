import type { Pool } from 'pg';
import { readTouched } from '#ledger/read/touched.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { RecordedRevision } from '#stored-queries/changes/recorded-revisions.ts';
import type { PreparedQuery } from '#stored-queries/prepared-query.ts';
import { partiesAskedAbout } from './parties-asked-about.ts';

/** Changes that say something of the parties that they name, and nothing of others. */
const ofParties: ReadonlySet<string> = new Set([
  'stance ADDED',
  'stance RETIRED',
  'absence ADDED',
  'absence RETIRED',
  'difference ADDED',
  'difference RETIRED',
  'citation ADDED',
  'citation RETIRED',
  'signatory ADDED',
  'signatory RETIRED',
  // Nothing names a document that is new but the changes above.
  'document ADDED',
]);

/**
 * Numbers of the revisions, of some, that can have changed the answer to a stored query: all, unless it is a query about certain parties and nothing wider.
 * Then those do not count which say something of other parties only.
 */
export async function concerningRevisions(
  pool: Pool,
  prepared: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  snapshot: Snapshot,
  revisions: readonly RecordedRevision[],
): Promise<ReadonlySet<number>> {
  const parties = partiesAskedAbout(prepared, variables, snapshot);
  const isNarrow = ({ parts }: RecordedRevision) => parties !== null && parts.every((part) => ofParties.has(part));
  const narrow = revisions.filter(isNarrow);
  const wide = revisions.filter((revision) => !isNarrow(revision)).map(({ number }) => number);
  const touched =
    narrow.length === 0 ? [] : await readTouched(pool, narrow, { parties, issues: null, propositions: null });
  return new Set([...wide, ...touched.map(({ revision }) => revision)]);
}
