import { amendDocument } from '#ledger/write/documents.ts';
import { Precision } from '../scalar/scalars.ts';
import { addMutation } from '../write/mutation.ts';
import { dateChange } from '../write/run-write.ts';
import { DocumentKind, Verification } from './document-enums.ts';
import { addressesSaid, DocumentAddressInput, SignatoryInput, signatoriesSaid } from './document-input.ts';
import { DocumentRevised, showDocument } from './document-revised.ts';

addMutation('amendDocument', {
  scope: 'catalogue:write',
  description: 'Changes the details of a document. Omitted fields keep their value; null clears a field.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the record to amend. Keys cannot be changed.' }),
    title: t.string({ description: 'Title of the document, in English.' }),
    kind: t.field({ type: DocumentKind, description: 'Kind of text, such as `JOINT_STATEMENT`.' }),
    date: t.field({ type: 'Date', description: 'Date of the document. The dates of signatories are not changed.' }),
    precision: t.field({ type: Precision, description: 'How exact `date` is.' }),
    publisher: t.string({ description: 'Publisher, such as `Kremlin`.' }),
    symbol: t.string({ description: 'Symbol by which it is cited, such as `A/RES/74/41`.' }),
    meeting: t.string({ description: 'Symbol of the record of the meeting, such as `A/ES-11/PV.5`.' }),
    draft: t.string({ description: 'Symbol of its draft, such as `A/ES-11/L.1`.' }),
    verification: t.field({ type: Verification, description: 'Whether a page that carries or reports it was read.' }),
    addresses: t.field({
      type: [DocumentAddressInput],
      description: 'All pages that carry or report it; replaces the present list.',
    }),
    signatories: t.field({ type: [SignatoryInput], description: 'All signatories; replaces the present list.' }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
  }),
  payload: DocumentRevised,
  change: ({ key, date, addresses, signatories, message, idempotencyKey, baseRevision, ...said }) =>
    amendDocument(
      key,
      { ...said, date: dateChange(date), addresses: addresses && addressesSaid(addresses) },
      signatories ? signatoriesSaid(signatories) : undefined,
    ),
  show: (input, context) => showDocument(input, context),
});
