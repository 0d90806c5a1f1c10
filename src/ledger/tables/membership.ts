import type { MembershipRole, MembershipStatus, Precision } from '#postgres/generated/enums.ts';
import { date, keyOf, oneOf, type Table, text } from './table.ts';

/** Valid from `from` to the day before `until`. */
export interface MembershipRow {
  readonly bloc: string;
  readonly member: string;
  readonly from: string;
  readonly until: string | null;
  readonly precision: Precision;
  readonly status: MembershipStatus;
  readonly role: MembershipRole;
  readonly note: string | null;
}

export const membership: Table<MembershipRow> = {
  name: 'membership',
  key: ['bloc', 'member', 'from'],
  catalogue: false,
  owner: { table: 'party', key: ['bloc'] },
  subject: ['bloc', 'member'],
  columns: {
    bloc: keyOf('party', 'bloc_id'),
    member: keyOf('party', 'member_id'),
    from: date('from'),
    until: date('until'),
    precision: oneOf('Precision', 'precision'),
    status: oneOf('MembershipStatus', 'status'),
    role: oneOf('MembershipRole', 'role'),
    note: text('note'),
  },
};
