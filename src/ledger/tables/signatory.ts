import type { SignatoryRole } from '#postgres/generated/enums.ts';
import { date, keyOf, oneOf, type Table } from './table.ts';

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
