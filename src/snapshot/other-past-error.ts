import type { Head } from '#ledger/head.ts';

/** The database holds another past than what was read from it before: another server was promoted, or the database was replaced. */
export class OtherPastError extends Error {
  override readonly name = 'OtherPastError';

  constructor(found: Head, expected: Head) {
    super(
      `The ledger has another past than the one that was answered from: found ${said(found)}, expected what followed ${said(expected)}. ` +
        'A standby that lacked revisions was promoted, or the database was replaced or restored. All of it is read again.',
    );
  }
}

const said = ({ ledger, revision, digest }: Head) =>
  `revision ${revision} (digest ${digest.slice(0, 16)}…) of ledger ${ledger}`;
