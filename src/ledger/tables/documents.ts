import type { DocumentKind, Precision, SignatoryRole, Verification } from '#postgres/generated/enums.ts';
import { date, json, keyOf, oneOf, type Table, text } from './table.ts';

/** Where the text of a document is; `read` is false where nobody has checked the page yet. */
export interface Address {
  readonly url: string;
  readonly read: boolean;
  readonly note: string | null;
}

export interface DocumentRow {
  readonly key: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly kind: DocumentKind;
  readonly date: string;
  readonly precision: Precision;
  readonly symbol: string | null;
  readonly addresses: readonly Address[];
  readonly verification: Verification;
  readonly note: string | null;
}

export const document: Table<DocumentRow> = {
  name: 'document',
  key: ['key'],
  catalogue: true,
  columns: {
    key: text('key'),
    title: text('title'),
    publisher: text('publisher'),
    kind: oneOf('DocumentKind', 'kind'),
    date: date('date'),
    precision: oneOf('Precision', 'precision'),
    symbol: text('symbol'),
    addresses: json('addresses'),
    verification: oneOf('Verification', 'verification'),
    note: text('note'),
  },
};

export interface SignatoryRow {
  readonly document: string;
  readonly party: string;
  readonly date: string;
  readonly role: SignatoryRole;
}

export const signatory: Table<SignatoryRow> = {
  name: 'signatory',
  key: ['document', 'party'],
  catalogue: false,
  owner: { table: 'document', key: ['document'] },
  columns: {
    document: keyOf('document'),
    party: keyOf('party'),
    date: date('date'),
    role: oneOf('SignatoryRole', 'role'),
  },
};
