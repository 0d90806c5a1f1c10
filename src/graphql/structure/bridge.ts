import type { PartyBridge } from '#comparison/structure/bridges.ts';
import { builder } from '../builder.ts';
import { Party } from '../party/party.ts';
import { PartyGroup } from './party-group.ts';

export const Bridge = builder.objectRef<PartyBridge>('Bridge').implement({
  description: 'A party that agrees with both of two groups more than they agree with each other.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party between the two groups.' }),
    own: t.expose('own', { type: PartyGroup, description: 'The group that it belongs to; it may be one of the two.' }),
    first: t.expose('first', { type: PartyGroup, description: 'The group with the smaller number.' }),
    second: t.expose('second', { type: PartyGroup, description: 'The group with the greater number.' }),
    withFirst: t.exposeFloat('withFirst', {
      description: 'Mean agreement of the party with the members of `first`, itself aside, 0 to 1.',
    }),
    withSecond: t.exposeFloat('withSecond', {
      description: 'Mean agreement of the party with the members of `second`, itself aside, 0 to 1.',
    }),
    between: t.exposeFloat('between', {
      description: 'Mean agreement of the members of the two groups with each other, the party aside, 0 to 1.',
    }),
    margin: t.exposeFloat('margin', {
      description: 'The smaller of `withFirst` and `withSecond` less `between`, above 0.',
    }),
  }),
});
