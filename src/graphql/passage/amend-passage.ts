import { amendPassage } from '#ledger/write/passages.ts';
import { addMutation } from '../write/mutation.ts';
import { PassageKind } from './passage.ts';
import { PassagesRevised, showPassages } from './passages-revised.ts';

addMutation('amendPassage', {
  scope: 'catalogue:write',
  description: 'Changes the details of a passage. Omitted fields keep their value; null clears a field.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the record to amend. Keys cannot be changed.' }),
    document: t.string({ description: 'Key of the document, such as `cn-ru-js-2022-02-04`.' }),
    locator: t.string({ description: 'Location in the document, such as `para 5`.' }),
    kind: t.field({ type: PassageKind, description: 'What kind of content the passage has.' }),
    parties: t.stringList({
      description: 'Keys of all parties whose words the passage reports; replaces the present list.',
    }),
    stances: t.stringList({
      description: 'Keys of all stances that the passage shows (party--proposition--day); replaces the present list.',
    }),
    speaker: t.string({ description: 'Name or office of the speaker, such as `Xi Jinping`.' }),
    verb: t.string({ description: 'Reporting verb, such as "stresses".' }),
    keyPhrase: t.string({ description: 'Quotation of at most eight words.' }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
  }),
  payload: PassagesRevised,
  change: ({ key, parties, stances, message, idempotencyKey, baseRevision, ...changes }) =>
    amendPassage(key, { changes, parties: parties ?? undefined, stances: stances ?? undefined }),
  show: ({ key }, context) => showPassages([key], context),
});
