import type { Head } from '#ledger/head.ts';

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
