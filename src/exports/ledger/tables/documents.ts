import { DocumentKind, Precision, Verification } from '#postgres/generated/enums.ts';
import { addedIn, chosen, optional, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, catalogueAt, type LedgerTable } from '../ledger-table.ts';

export const documents: LedgerTable = {
  name: 'documents',
  title: 'Documents',
  description: 'The sources: statements, treaties, resolutions, reports.',
  primaryKey: ['key'],
  references: [addedInRevision],
  columns: [
    required.text('key', 't.key', 'Slug of the document.', slugPattern),
    required.text('title', 't.title', 'Title.'),
    optional.text('publisher', 't.publisher', 'Publisher.'),
    chosen('kind', 't.kind', DocumentKind, 'Kind of document.'),
    required.date('date', 't.date', 'Its day.'),
    chosen('precision', 't.precision', Precision, 'How exact that day is.'),
    optional.text('symbol', 't.symbol', 'Official symbol, such as that of a resolution.'),
    required.array(
      'addresses',
      't.addresses',
      'Addresses of the text: a JSON array of objects with `url`, `read` (whether the page was read) and `note`.',
    ),
    chosen('verification', 't.verification', Verification, 'How far the record was checked against a page.'),
    optional.text('note', 't.note', 'Note by the curators.'),
    addedIn(),
  ],
  from: (rows) => catalogueAt('document', rows),
  orderBy: 't.key',
};
