import type { Head } from '#ledger/head.ts';
import type { Snapshot } from './snapshot.ts';

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
