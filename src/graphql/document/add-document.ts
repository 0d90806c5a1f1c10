import { dateOf } from '#agreement/day.ts';
import type { DocumentRow } from '#ledger/tables/document.ts';
import { addDocument } from '#ledger/write/documents.ts';
import { Precision } from '../scalar/precision.ts';
import { addMutation } from '../write/mutation.ts';
import { DocumentKind } from './document-enums.ts';
import { addressesSaid, DocumentAddressInput, SignatoryInput, signatoriesSaid } from './document-input.ts';
import { DocumentRevised, showDocument } from './document-revised.ts';
import { Verification } from './verification.ts';

addMutation('addDocument', {
  scope: 'catalogue:write',
  description: 'Adds a document with its signatories.',
  input: (t) => ({
    key: t.string({ required: true, description: 'A slug, such as `cn-ru-js-2022-02-04`.' }),
    title: t.string({ required: true, description: 'Its title.' }),
    kind: t.field({ type: DocumentKind, required: true, description: 'What sort of text it is.' }),
    date: t.field({ type: 'Date', required: true, description: 'Its date.' }),
    precision: t.field({ type: Precision, defaultValue: 'DAY', description: 'How much of the date is known.' }),
    publisher: t.string({ description: 'Who published it.' }),
    symbol: t.string({ description: 'Symbol by which it is cited, such as A/RES/74/41.' }),
    verification: t.field({ type: Verification, required: true, description: 'Whether it was read.' }),
    addresses: t.field({
      type: [DocumentAddressInput],
      defaultValue: [],
      description: 'Pages that carry or report it.',
    }),
    signatories: t.field({ type: [SignatoryInput], defaultValue: [], description: 'Who put their name to it.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
  }),
  payload: DocumentRevised,
  change: ({ key, title, kind, date, precision, publisher, symbol, verification, addresses, signatories, note }) =>
    addDocument(
      {
        key,
        title,
        kind,
        date: dateOf(date),
        precision: precision as DocumentRow['precision'], // null is refused by the rules
        publisher: publisher ?? null,
        symbol: symbol ?? null,
        verification,
        addresses: addressesSaid(addresses ?? []),
        note: note ?? null,
      },
      signatoriesSaid(signatories ?? []),
    ),
  show: (input, context) => showDocument(input, context),
});
