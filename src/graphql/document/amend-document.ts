import { amendDocument } from '#ledger/write/documents.ts';
import { Precision } from '../scalar/precision.ts';
import { dateChange } from '../write/date-change.ts';
import { addMutation } from '../write/mutation.ts';
import { DocumentKind } from './document-enums.ts';
import { addressesSaid, DocumentAddressInput, SignatoryInput, signatoriesSaid } from './document-input.ts';
import { DocumentRevised, showDocument } from './document-revised.ts';
import { Verification } from './verification.ts';

addMutation('amendDocument', {
  scope: 'catalogue:write',
  description: 'Changes what is said of a document. What the input leaves out stays; null makes it unknown.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Its key, which stays.' }),
    title: t.string({ description: 'Its title.' }),
    kind: t.field({ type: DocumentKind, description: 'What sort of text it is.' }),
    date: t.field({ type: 'Date', description: 'Its date. Signatories keep theirs.' }),
    precision: t.field({ type: Precision, description: 'How much of the date is known.' }),
    publisher: t.string({ description: 'Who published it.' }),
    symbol: t.string({ description: 'Symbol by which it is cited.' }),
    verification: t.field({ type: Verification, description: 'Whether it was read.' }),
    addresses: t.field({ type: [DocumentAddressInput], description: 'All pages that carry or report it.' }),
    signatories: t.field({ type: [SignatoryInput], description: 'All who put their name to it.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
  }),
  payload: DocumentRevised,
  change: ({ key, title, kind, date, precision, publisher, symbol, verification, addresses, signatories, note }) =>
    amendDocument(
      key,
      {
        title,
        kind,
        date: dateChange(date),
        precision,
        publisher,
        symbol,
        verification,
        addresses: addresses && addressesSaid(addresses),
        note,
      },
      signatories ? signatoriesSaid(signatories) : undefined,
    ),
  show: (input, context) => showDocument(input, context),
});
