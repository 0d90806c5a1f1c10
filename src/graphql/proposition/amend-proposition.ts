import { amendProposition } from '#ledger/write/propositions.ts';
import { addMutation } from '../write/mutation.ts';
import { PropositionRevised, showProposition } from './proposition-revised.ts';

addMutation('amendProposition', {
  scope: 'catalogue:write',
  description:
    'Changes the text of a proposition or the issues that it is about. Omitted fields keep their value; null clears a field.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the record to amend. Keys cannot be changed.' }),
    text: t.string({ description: 'One sentence that can be supported or opposed, in English.' }),
    issues: t.stringList({ description: 'Keys of all issues that it is about; replaces the present list.' }),
    note: t.string({ description: 'How positions on it are to be read.' }),
  }),
  payload: PropositionRevised,
  change: ({ key, text, note, issues }) => amendProposition(key, { text, note }, issues ?? undefined),
  show: (input, context) => showProposition(input, context),
});
