import { SignatoryRole } from '#postgres/generated/enums.ts';
import { addedIn, chosen, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, knownAt, type LedgerTable, references } from '../ledger-table.ts';

export const signatories: LedgerTable = {
  name: 'signatories',
  title: 'Signatories',
  description: 'Who stands behind a document, and since when.',
  primaryKey: ['document_key', 'party_key'],
  references: [
    references('documents', 'document_key', 'document.id'),
    references('parties', 'party_key', 'party.id'),
    addedInRevision,
  ],
  columns: [
    required.text('document_key', 'document.key', 'The document.', slugPattern),
    required.text('party_key', 'party.key', 'The party.'),
    required.date('date', 't.date', 'Day on which the party signed, adopted or acceded.'),
    chosen('role', 't.role', SignatoryRole, 'Whether the party signed, adopted, associated itself or acceded later.'),
    addedIn(),
  ],
  from: (rows) => `signatory t JOIN document ON document.id = t.document_id JOIN party ON party.id = t.party_id
    WHERE ${knownAt('t', rows)}`,
  orderBy: 'document.key, party.key',
};
