import type { Dissenter as DissenterShape } from '#comparison/dissent.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';

export const Dissenter = builder.objectRef<DissenterShape>('Dissenter').implement({
  description: 'A member that stood apart from the majority of its group.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The member that stood apart.' }),
    spoke: t.exposeInt('spoke', {
      description: 'Number of propositions on which the group has a majority and the member holds a position.',
    }),
    count: t.int({
      description: 'Number of those on which the member is not on the side of the majority, at least 1.',
      resolve: ({ dissents }) => dissents.length,
    }),
    share: t.float({
      description: '`count` / `spoke`, above 0 and at most 1.',
      resolve: ({ dissents, spoke }) => dissents.length / spoke,
    }),
    propositions: t.connection({
      type: Proposition,
      description: 'Those propositions, in the order of the scope.',
      extensions: cost({
        points: 10,
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve: ({ dissents }, args, { pageSizes }) => connectionOf(dissents, args, pageSizes, ({ key }) => key),
    }),
  }),
});
