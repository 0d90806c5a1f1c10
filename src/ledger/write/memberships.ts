import { type MembershipRow, membership } from '../tables/membership.ts';
import { rowKey } from '../tables/table.ts';
import { addRow, propose, standsAlready } from './add-row.ts';
import type { ChangeRequest } from './change.ts';
import { type Changes, merged, standingRow, standingRows } from './standing-row.ts';

/** Adds a membership. */
export const addMembership = (row: MembershipRow): ChangeRequest => ({
  names: { membership: [row] },
  propose(change, live) {
    addRow(change, live, 'membership', row, 'input', 'amendMembership');
  },
});

/** Which membership: who, in what, from when. */
export type MembershipKey = Pick<MembershipRow, 'bloc' | 'member' | 'from'>;

/** Replaces a membership by a version that is right; it may begin on another day. */
export const amendMembership = (key: MembershipKey, changes: Changes<MembershipRow>): ChangeRequest => ({
  names: { membership: [key] },
  propose(change, live) {
    const { bloc, member, from } = key;
    const wrongKey = `${bloc} | ${member} | ${from}`;
    const wrong = standingRow(live, 'membership', wrongKey);
    if (wrong === null) {
      const others = standingRows(live, 'membership', (row) => row.bloc === bloc && row.member === member);
      const days = others.map((row) => row.from).join(', ');
      const expected = days === '' ? 'a membership of the ledger' : `one of the ledger, from ${days}`;
      change.problems.push({ at: 'input.from', found: `no membership of ${member} in ${bloc} from ${from}`, expected });
      return;
    }
    const right = merged(wrong, changes);
    const rightKey = rowKey(membership, right);
    if (rightKey !== wrongKey) {
      change.retract.membership?.add(wrongKey);
      if (standingRow(live, 'membership', rightKey) !== null) {
        change.problems.push(
          standsAlready('membership', rightKey, 'input.correctedFrom', 'amendMembership for that membership'),
        );
      }
    }
    propose(change, 'membership', right, 'input');
  },
});
