import type { PartyRow } from '../tables/party.ts';
import { addRow, propose } from './add-row.ts';
import type { ChangeRequest } from './change.ts';
import { type Changes, merged, rowToAmend } from './standing-row.ts';

/** Adds a country or a bloc; one that was retired comes back. */
export const addParty = (row: PartyRow): ChangeRequest => ({
  names: { party: [row.key] },
  propose(change, live) {
    addRow(change, live, 'party', row, 'input', 'amendParty');
  },
});

/** Changes what is said of a country or a bloc. */
export const amendParty = (key: string, changes: Changes<PartyRow>): ChangeRequest => ({
  names: { party: [key] },
  propose(change, live) {
    const row = rowToAmend(change, live, 'party', key, 'input.key');
    if (row !== null) propose(change, 'party', merged(row, changes), 'input');
  },
});
