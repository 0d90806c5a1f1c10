import { dateOf } from '#agreement/day.ts';
import { document } from '#ledger/tables/documents.ts';
import { filled } from '#ledger/tables/table.ts';
import { addDocument } from '#ledger/write/documents.ts';
import { Precision } from '../scalar/scalars.ts';
import { addMutation } from '../write/mutation.ts';
import { DocumentKind, Verification } from './document-enums.ts';
import { addressesSaid, DocumentAddressInput, SignatoryInput, signatoriesSaid } from './document-input.ts';
import { DocumentRevised, showDocument } from './document-revised.ts';

addMutation('addDocument', {
  scope: 'catalogue:write',
  description: 'Adds a document and its signatories.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the new document: a slug, such as `cn-ru-js-2022-02-04`.' }),
    title: t.string({ required: true, description: 'Title of the document, in English.' }),
    kind: t.field({ type: DocumentKind, required: true, description: 'Kind of text, such as `JOINT_STATEMENT`.' }),
    date: t.field({ type: 'Date', required: true, description: 'Date on which it was signed, adopted or published.' }),
    precision: t.field({ type: Precision, defaultValue: 'DAY', description: 'How exact `date` is.' }),
    publisher: t.string({ description: 'Publisher, such as `Kremlin`.' }),
    symbol: t.string({ description: 'Symbol by which it is cited, such as `A/RES/74/41`.' }),
    meeting: t.string({ description: 'Symbol of the record of the meeting, such as `A/ES-11/PV.5`.' }),
    draft: t.string({ description: 'Symbol of its draft, such as `A/ES-11/L.1`.' }),
    verification: t.field({
      type: Verification,
      required: true,
      description: 'Whether a page that carries or reports it was read.',
    }),
    addresses: t.field({
      type: [DocumentAddressInput],
      defaultValue: [],
      description: 'Web pages that carry or report it.',
    }),
    signatories: t.field({
      type: [SignatoryInput],
      defaultValue: [],
      description: 'Parties that signed, adopted or acceded to it.',
    }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
  }),
  payload: DocumentRevised,
  change: ({ date, addresses, signatories, ...said }) =>
    addDocument(
      filled(document, { ...said, date: dateOf(date), addresses: addressesSaid(addresses ?? []) }),
      signatoriesSaid(signatories ?? []),
    ),
  show: (input, context) => showDocument(input, context),
});
