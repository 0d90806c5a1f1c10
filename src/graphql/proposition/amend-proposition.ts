import { amendProposition } from '#ledger/write/propositions.ts';
import { addMutation } from '../write/mutation.ts';
import { PropositionRevised, showProposition } from './proposition-revised.ts';

addMutation('amendProposition', {
  scope: 'catalogue:write',
  description: 'Changes what is said of a proposition. What the input leaves out stays; null makes it unknown.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Its key, which stays.' }),
    text: t.string({ description: 'One sentence that can be supported or opposed.' }),
    issues: t.stringList({ description: 'Keys of all issues that it is about.' }),
    note: t.string({ description: 'How positions on it are read.' }),
  }),
  payload: PropositionRevised,
  change: ({ key, text, note, issues }) => amendProposition(key, { text, note }, issues ?? undefined),
  show: (input, context) => showProposition(input, context),
});
