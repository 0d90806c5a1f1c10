import type { Source } from '../source/source.ts';
import { ledgerTables } from './ledger-tables.ts';
import { openLedger } from './open-ledger.ts';

/** The whole ledger as tables. */
export const ledgerSource: Source = {
  name: 'ledger',
  title: 'Concord: stated positions of countries and blocs',
  description:
    'Who holds which position on what, since when, and which document shows it: the ledger of Concord as tables, joined by stable keys.',
  tables: ledgerTables,
  open: openLedger,
};
