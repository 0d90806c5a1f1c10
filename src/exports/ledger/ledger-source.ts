import type { Source } from '../source/source.ts';
import { ledgerTables } from './ledger-tables.ts';
import { openLedger } from './open-ledger.ts';

/** The whole ledger as tables. */
export const ledgerSource: Source = {
  name: 'ledger',
  title: 'Concord: stated positions of countries and blocs',
  description:
    'Who holds which position on what, since when, and which document shows it: the ledger of Concord as tables, joined by stable keys.',
  licences: [
    {
      name: 'CC-BY-4.0',
      title:
        'Creative Commons Attribution 4.0 International (records of the source `seeds`; credit "Concord contributors")',
      path: 'https://creativecommons.org/licenses/by/4.0/',
    },
    {
      name: 'CC0-1.0',
      title: 'CC0 1.0 Universal (records of the source `unga`)',
      path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  ],
  origins: [
    { title: 'Concord contributors: seed files, each record with the document that shows it' },
    {
      title: 'Erik Voeten, Anton Strezhnev, Michael Bailey: United Nations General Assembly Voting Data',
      path: 'https://doi.org/10.7910/DVN/LEJUQZ',
    },
  ],
  tables: ledgerTables,
  open: openLedger,
};
