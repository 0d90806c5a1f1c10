import { MembershipRole, MembershipStatus, Precision } from '#postgres/generated/enums.ts';
import { addedIn, chosen, optional, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, knownAt, type LedgerTable, references } from '../ledger-table.ts';

export const memberships: LedgerTable = {
  name: 'memberships',
  title: 'Memberships',
  description: 'Who belongs to a bloc, from when until when. One at a time per bloc and member.',
  primaryKey: ['bloc_key', 'member_key', 'valid_from'],
  references: [
    references('parties', 'bloc_key', 'bloc.id'),
    references('parties', 'member_key', 'member.id'),
    addedInRevision,
  ],
  columns: [
    required.text('bloc_key', 'bloc.key', 'The bloc.', slugPattern),
    required.text('member_key', 'member.key', 'The member: a country, or a bloc that takes part.'),
    required.date('valid_from', 't."from"', 'First day.'),
    optional.date('valid_until', 't.until', 'Day after the last day; empty while it lasts.'),
    chosen('precision', 't.precision', Precision, 'How exact the days are.'),
    chosen('status', 't.status', MembershipStatus, '`UNCLEAR` memberships are never counted.'),
    chosen('role', 't.role', MembershipRole, 'A `PARTICIPANT` takes part without being a member and is never counted.'),
    optional.text('note', 't.note', 'Note by the curators.'),
    addedIn(),
  ],
  from: (rows) => `membership t JOIN party bloc ON bloc.id = t.bloc_id JOIN party member ON member.id = t.member_id
    WHERE ${knownAt('t', rows)}`,
  orderBy: 'bloc.key, member.key, t."from"',
};
