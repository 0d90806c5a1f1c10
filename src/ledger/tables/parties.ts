import type {
  MembershipRole,
  MembershipStatus,
  PartyKind,
  Precision,
  Verification,
} from '#postgres/generated/enums.ts';
import { date, keyOf, oneOf, type Table, text, texts } from './table.ts';

export interface PartyRow {
  readonly key: string;
  readonly kind: PartyKind;
  readonly iso3: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly founded: string | null;
  readonly note: string | null;
  readonly verification: Verification | null;
  readonly addresses: readonly string[];
}

export const party: Table<PartyRow> = {
  name: 'party',
  key: ['key'],
  catalogue: true,
  columns: {
    key: text('key'),
    kind: oneOf('PartyKind', 'kind'),
    iso3: text('iso3'),
    name: text('name'),
    aliases: texts('aliases'),
    founded: date('founded'),
    note: text('note'),
    verification: oneOf('Verification', 'verification'),
    addresses: texts('addresses'),
  },
};

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
  owner: { table: 'party', key: ['bloc'], isApart: true },
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
