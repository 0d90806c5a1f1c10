import { type BlocBesideGroup as BesideShape, blocDay, blocsBeside } from '#comparison/structure/blocs-beside.ts';
import { type PartyBridge, partyBridges } from '#comparison/structure/bridges.ts';
import { partyGroups } from '#comparison/structure/party-groups.ts';
import { groupingOf, mapOf, type Structure as StructureShape } from '#comparison/structure/structure.ts';
import { Policy } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { BlocBesideGroup } from './bloc-beside-group.ts';
import { Bridge } from './bridge.ts';
import { LeftOutParty } from './left-out.ts';
import { PartyGroup } from './party-group.ts';
import { StructureMap } from './structure-map.ts';
import { blocsBesidePoints, bridgePoints, groupPoints, mapPoints, usualGroups } from './structure-points.ts';

const NumberOfGroups = builder
  .objectRef<{ readonly count: number; readonly silhouette: number }>('NumberOfGroups')
  .implement({
    description: 'How well a number of groups suits the parties.',
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'The number of groups.' }),
      silhouette: t.exposeFloat('silhouette', { description: 'Mean silhouette of all parties, -1 to 1.' }),
    }),
  });

export const Structure = builder.objectRef<StructureShape>('Structure').implement({
  description:
    'Who stands with whom, by the agreement of each two parties. All lists of parties are in the order of their keys, and nothing depends on the order in which parties were named.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description:
        'The parties in the groups: those that hold enough positions (`minimumHeld`) and have a value with at least half of the others.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ parties }) => [...parties],
    }),
    leftOut: t.field({
      type: [LeftOutParty],
      description: 'The parties that were left out of everything, and why.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ leftOut }) => [...leftOut],
    }),
    map: t.field({
      type: StructureMap,
      description: 'The parties as points.',
      extensions: cost({ points: mapPoints }),
      resolve: mapOf,
    }),
    groups: t.field({
      type: [PartyGroup],
      description:
        'The parties in groups, the largest first: average linkage over the pairs that have a value. As many as were asked for; else from 2 to 8 the number with the greatest mean silhouette, or one where none is above 0.',
      extensions: cost({ points: groupPoints, rows: usualGroups }),
      resolve: partyGroups,
    }),
    numbersOfGroups: t.field({
      type: [NumberOfGroups],
      description: 'Every number of groups from 2 to 8, fewer than there are parties, with its mean silhouette.',
      extensions: cost({ points: groupPoints, rows: 7 }),
      resolve: (structure) => [...groupingOf(structure).tried],
    }),
    blocs: t.field({
      type: [BlocBesideGroup],
      description:
        'Every bloc with at least two confirmed members of `blocDay` among the parties, beside the group that is most like it. By `jaccard`, the greatest first, then by key.',
      extensions: cost({ points: blocsBesidePoints, rows: (_args, { ledger }) => ledger.otherParties }),
      resolve: (structure): BesideShape[] => blocsBeside(structure),
    }),
    blocDay: t.field({
      type: 'Date',
      description: 'The day of whose members a bloc is: that of the last roll call in scope, with claims `asOf`.',
      resolve: blocDay,
    }),
    bridges: t.connection({
      type: Bridge,
      description:
        'Who agrees with both of two groups more than they with each other, the widest margin first. Of the members of a group about half do so by a little: look at `margin`.',
      extensions: cost({ points: bridgePoints }),
      resolve: (structure, args, { pageSizes }) =>
        connectionOf(
          partyBridges(structure),
          args,
          pageSizes,
          ({ party, first, second }: PartyBridge) => `bridge ${party.key} ${first.number} ${second.number}`,
        ),
    }),
    scope: t.field({
      type: Scope,
      description: 'The propositions, stances and time, with defaults filled in.',
      resolve: ({ comparison }) => comparison.scope,
    }),
    policy: t.field({
      type: Policy,
      description: 'How values were computed, with defaults filled in. The measure is always AGREEMENT.',
      resolve: ({ comparison }) => comparison.policy,
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ comparison }) => comparison.snapshot.revision,
    }),
  }),
});
