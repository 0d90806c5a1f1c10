import { recordPassages } from '#ledger/write/passages.ts';
import { builder } from '../builder.ts';
import { atMost } from '../write/at-most.ts';
import { addMutation } from '../write/mutation.ts';
import { PassageKind } from './passage.ts';
import { PassagesRevised, showPassages } from './passages-revised.ts';

const PassageInput = builder.inputType('PassageInput', {
  description: 'What a document says at one place.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'A slug, such as `seed-c01`.' }),
    document: t.string({ required: true, description: 'Key of the document.' }),
    locator: t.string({ required: true, description: 'Where in it, such as `para 5`.' }),
    kind: t.field({ type: PassageKind, required: true, description: 'What it says.' }),
    parties: t.stringList({ required: true, description: 'Keys of the parties whose words they are, at least one.' }),
    stances: t.stringList({
      defaultValue: [],
      description: 'Keys of the stances that it shows: party--proposition--day.',
    }),
    speaker: t.string({ description: 'Who speaks.' }),
    verb: t.string({ description: 'The verb of saying.' }),
    keyPhrase: t.string({ description: 'At most eight words of it.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
  }),
});

addMutation('recordPassages', {
  scope: 'catalogue:write',
  description: 'Records passages, all in one revision.',
  input: (t) => ({
    passages: t.field({ type: [PassageInput], required: true, description: '1 to 500 passages.' }),
  }),
  payload: PassagesRevised,
  limits: ({ passages }) => atMost(500, 'passages', passages),
  change: ({ passages }) =>
    recordPassages(
      passages.map(({ parties, stances, speaker, verb, keyPhrase, note, ...said }) => ({
        row: {
          ...said,
          speaker: speaker ?? null,
          verb: verb ?? null,
          keyPhrase: keyPhrase ?? null,
          note: note ?? null,
        },
        parties,
        stances: stances ?? [],
      })),
    ),
  show: ({ passages }, context) =>
    showPassages(
      passages.map(({ key }) => key),
      context,
    ),
});
