import { partyIfAny, UnknownKeyError } from '#comparison/look-up.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type RecordView, recordOf } from '../read-request.ts';

/**
 * Whether the newest ledger has the record that a path of the page shows, or had it once; true for every other path, and while the ledger is not
 * read yet: the page itself says what it found.
 */
export function isThere(path: string, snapshot: Snapshot | null): boolean {
  const record = recordOf(path);
  return record === null || snapshot === null || has(snapshot, record.view, record.key);
}

function has({ parties, issues, propositions, documents }: Snapshot, view: RecordView, key: string): boolean {
  switch (view) {
    case 'party':
      return parties.byKey.get(key) !== undefined || isCalled(parties, key);
    case 'issue':
      return issues.byKey.get(key) !== undefined;
    case 'proposition':
      return propositions.byKey.get(key) !== undefined;
    case 'vote':
      return propositions.byKey.get(key)?.kind === 'ROLL_CALL';
    case 'document':
      return documents.byKey.get(key) !== undefined;
  }
}

/** Whether a party is called so. A name of several is no address of one; the page says which they are. */
function isCalled(parties: Snapshot['parties'], name: string): boolean {
  try {
    return partyIfAny({ parties }, name) !== null;
  } catch (error) {
    if (error instanceof UnknownKeyError) return false;
    throw error;
  }
}
