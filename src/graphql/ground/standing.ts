import { holdersOf, type Standing as StandingShape } from '#agreement/ground/tally.ts';
import { builder } from '../builder.ts';

export const Standing = builder.objectRef<StandingShape>('Standing').implement({
  description:
    'How a set of parties stands on one proposition. The counts other than `holders` sum to the number of parties.',
  fields: (t) => ({
    support: t.exposeInt('support', { description: 'Number of parties that support it; a lean counts as its side.' }),
    oppose: t.exposeInt('oppose', { description: 'Number of parties that oppose it; a lean counts as its side.' }),
    neutral: t.exposeInt('neutral', { description: 'Number of parties that are neutral.' }),
    leftOut: t.exposeInt('leftOut', {
      description: 'Number of parties that hold a position which the policy leaves out.',
    }),
    absent: t.exposeInt('absent', { description: 'Number of parties that are recorded as absent.' }),
    unknown: t.exposeInt('unknown', { description: 'Number of parties of which nothing is known.' }),
    holders: t.int({
      description: 'Number of parties that hold a position that counts: support, oppose and neutral together.',
      resolve: holdersOf,
    }),
  }),
});
