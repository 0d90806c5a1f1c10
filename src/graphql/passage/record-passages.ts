import { passage } from '#ledger/tables/passages.ts';
import { filled } from '#ledger/tables/table.ts';
import { recordPassages } from '#ledger/write/passages.ts';
import { builder } from '../builder.ts';
import { addMutation } from '../write/mutation.ts';
import { atMost } from '../write/run-write.ts';
import { PassageKind } from './passage.ts';
import { PassagesRevised, showPassages } from './passages-revised.ts';

const PassageInput = builder.inputType('PassageInput', {
  description: 'A passage to record: what a document says in one paragraph or section.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the new passage: a slug, such as `seed-c01`.' }),
    document: t.string({ required: true, description: 'Key of the document, such as `cn-ru-js-2022-02-04`.' }),
    locator: t.string({ required: true, description: 'Location in the document, such as `para 5`.' }),
    kind: t.field({ type: PassageKind, required: true, description: 'What kind of content the passage has.' }),
    parties: t.stringList({
      required: true,
      description: 'Keys of the parties whose words the passage reports; at least one.',
    }),
    stances: t.stringList({
      defaultValue: [],
      description: 'Keys of the stances that the passage shows: party--proposition--day.',
    }),
    speaker: t.string({ description: 'Name or office of the speaker, such as `Xi Jinping`.' }),
    verb: t.string({ description: 'Reporting verb, such as "stresses".' }),
    keyPhrase: t.string({ description: 'Quotation of at most eight words.' }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
  }),
});

addMutation('recordPassages', {
  scope: 'catalogue:write',
  description: 'Records passages in one revision.',
  input: (t) => ({
    passages: t.field({ type: [PassageInput], required: true, description: 'The passages to record, 1 to 500.' }),
  }),
  payload: PassagesRevised,
  limits: ({ passages }) => atMost(500, 'passages', passages),
  change: ({ passages }) =>
    recordPassages(
      passages.map(({ parties, stances, ...said }) => ({
        row: filled(passage, said),
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
