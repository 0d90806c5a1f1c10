import { addProposition } from '#ledger/write/propositions.ts';
import { addMutation } from '../write/mutation.ts';
import { PropositionRevised, showProposition } from './proposition-revised.ts';

addMutation('addProposition', {
  scope: 'catalogue:write',
  description: 'Adds a claim. Roll calls can only be imported from files.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the new proposition: a slug, such as `tw-inalienable`.' }),
    text: t.string({ required: true, description: 'One sentence that can be supported or opposed, in English.' }),
    issues: t.stringList({ required: true, description: 'Keys of the issues that it is about; at least one.' }),
    note: t.string({ description: 'How positions on it are to be read.' }),
  }),
  payload: PropositionRevised,
  change: ({ key, text, note, issues }) => addProposition({ key, text, note: note ?? null }, issues),
  show: (input, context) => showProposition(input, context),
});
