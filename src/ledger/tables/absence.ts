import type { Precision } from '#postgres/generated/enums.ts';
import { date, keyOf, oneOf, optionalKeyOf, type Table } from './table.ts';

export interface AbsenceRow {
  readonly party: string;
  readonly proposition: string;
  readonly date: string;
  readonly precision: Precision;
  readonly document: string | null;
}

export const absence: Table<AbsenceRow> = {
  name: 'absence',
  key: ['party', 'proposition', 'date'],
  catalogue: false,
  columns: {
    party: keyOf('party'),
    proposition: keyOf('proposition'),
    date: date('date'),
    precision: oneOf('Precision', 'precision'),
    document: optionalKeyOf('document'),
  },
};
