import { type MembershipRow, membership, type PartyRow } from '../tables/parties.ts';
import { rowKey } from '../tables/table.ts';
import { addRow, type Changes, merged, propose, rowToAmend, standingRow, standingRows, standsAlready } from './rows.ts';
import type { Change } from './write.ts';

/** Adds a party; one that was retired comes back. */
export const addParty = (row: PartyRow): Change => ({
  names: { party: [row.key] },
  propose(proposed, live) {
    addRow(proposed, live, 'party', row, 'input', 'amendParty');
  },
});

/** Changes what is said of a party. */
export const amendParty = (key: string, changes: Changes<PartyRow>): Change => ({
  names: { party: [key] },
  propose(proposed, live) {
    const row = rowToAmend(proposed, live, 'party', key, 'input.key');
    if (row !== null) propose(proposed, 'party', merged(row, changes), 'input');
  },
});

/** Adds a membership. */
export const addMembership = (row: MembershipRow): Change => ({
  names: { membership: [row] },
  propose(proposed, live) {
    addRow(proposed, live, 'membership', row, 'input', 'amendMembership');
  },
});

/** Which membership: who, in what, from when. */
export type MembershipKey = Pick<MembershipRow, 'bloc' | 'member' | 'from'>;

/** Replaces a membership by a version that is right; it may begin on another day. */
export const amendMembership = (key: MembershipKey, changes: Changes<MembershipRow>): Change => ({
  names: { membership: [key] },
  propose(proposed, live) {
    const { bloc, member, from } = key;
    const wrongKey = `${bloc} | ${member} | ${from}`;
    const wrong = standingRow(live, 'membership', wrongKey);
    if (wrong === null) {
      const others = standingRows(live, 'membership', (row) => row.bloc === bloc && row.member === member);
      const days = others.map((row) => row.from).join(', ');
      const expected = days === '' ? 'a membership of the ledger' : `one of the ledger, from ${days}`;
      proposed.problems.push({
        at: 'input.from',
        found: `no membership of ${member} in ${bloc} from ${from}`,
        expected,
      });
      return;
    }
    const right = merged(wrong, changes);
    const rightKey = rowKey(membership, right);
    if (rightKey !== wrongKey) {
      proposed.retract.membership.add(wrongKey);
      if (standingRow(live, 'membership', rightKey) !== null) {
        proposed.problems.push(
          standsAlready('membership', rightKey, 'input.correctedFrom', 'amendMembership for that membership'),
        );
      }
    }
    propose(proposed, 'membership', right, 'input');
  },
});
