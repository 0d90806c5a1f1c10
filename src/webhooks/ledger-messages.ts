import type { Pool } from 'pg';
import { readTouched, type TouchedFilter } from '#ledger/read/touched.ts';
import type { RecordedRevision } from '#stored-queries/changes/recorded-revisions.ts';
import { type Message, messageOf } from './message.ts';

/** What a destination is told of revisions, which follow each other: of all of them, or of those of which something fits. */
export async function ledgerMessages(
  pool: Pool,
  ledger: string,
  revisions: readonly RecordedRevision[],
  filter: TouchedFilter,
): Promise<readonly Message[]> {
  const touched = new Map((await readTouched(pool, revisions, filter)).map((one) => [one.revision, one]));
  const wantsAll = filter.parties === null && filter.issues === null && filter.propositions === null;
  return revisions.flatMap((revision) => {
    const found = touched.get(revision.number);
    if (found === undefined && !wantsAll) return [];
    const { revision: _, ...about } = found ?? nothing;
    return [messageOf('ledger.changed', ledger, revision, about)];
  });
}

const nothing = {
  revision: 0,
  parties: [],
  issues: [],
  propositions: [],
  partyCount: 0,
  issueCount: 0,
  propositionCount: 0,
};
