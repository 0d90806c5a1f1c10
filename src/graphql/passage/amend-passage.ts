import { amendPassage } from '#ledger/write/passages.ts';
import { addMutation } from '../write/mutation.ts';
import { PassageKind } from './passage.ts';
import { PassagesRevised, showPassages } from './passages-revised.ts';

addMutation('amendPassage', {
  scope: 'catalogue:write',
  description: 'Changes what is said of a passage. What the input leaves out stays; null makes it unknown.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Its key, which stays.' }),
    document: t.string({ description: 'Key of the document.' }),
    locator: t.string({ description: 'Where in it, such as `para 5`.' }),
    kind: t.field({ type: PassageKind, description: 'What it says.' }),
    parties: t.stringList({ description: 'Keys of all parties whose words they are.' }),
    stances: t.stringList({ description: 'Keys of all stances that it shows: party--proposition--day.' }),
    speaker: t.string({ description: 'Who speaks.' }),
    verb: t.string({ description: 'The verb of saying.' }),
    keyPhrase: t.string({ description: 'At most eight words of it.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
  }),
  payload: PassagesRevised,
  change: ({ key, document, locator, kind, parties, stances, speaker, verb, keyPhrase, note }) =>
    amendPassage(key, {
      changes: { document, locator, kind, speaker, verb, keyPhrase, note },
      parties: parties ?? undefined,
      stances: stances ?? undefined,
    }),
  show: ({ key }, context) => showPassages([key], context),
});
