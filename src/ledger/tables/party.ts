import type { PartyKind, Verification } from '#postgres/generated/enums.ts';
import { date, oneOf, type Table, text, texts } from './table.ts';

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
