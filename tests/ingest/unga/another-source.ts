import { expect } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import { say, summaryOf } from '../say.ts';

/** Makes the ledger say what another source says. */
export async function other(database: Database, text: string, options: { readonly complete?: boolean } = {}) {
  const summary = summaryOf(await say(database, text, { ...options, source: 'other' }));
  expect(summary).toBeTypeOf('object'); // it did something,
  expect(summary).not.toBeInstanceOf(Array); // which were no problems
}

/** A roll call as another source records it, with an issue and a country that the import has too. */
export const rollCall = (key: string, rest = '') => `
issues: [{ key: un-human-rights, name: Rights of people }]
countries: [{ key: AD, name: Valleys of Andorra }]
documents:
  - { key: ${key}, title: Record of the vote, kind: UN_RESOLUTION_VOTE, date: 2003-11-04, verification: VERIFIED }
propositions:
  - key: ${key}
    kind: ROLL_CALL
    text: Small arms, as the other source calls it.
    document: ${key}
    rollCall: { body: UNGA, session: 58, tabled: 2003-11-04, scope: WHOLE }
${rest}`;

/** What every conflict expects. */
export const conflict = 'expected the present content of the ledger, or a change by that source';
