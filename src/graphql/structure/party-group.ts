import {
  cohesionOfGroup,
  coreOf,
  edgeOf,
  type GroupMember as MemberShape,
  type PartyGroup as PartyGroupShape,
  wedgesOfGroup,
} from '#comparison/structure/party-groups.ts';
import { builder } from '../builder.ts';
import { CohesionNumbers } from '../cohesion/cohesion-numbers.ts';
import { connectionOf } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { tallyPoints } from '../cost/points.ts';
import { holdersAsked, ShareOf } from '../ground/ground-args.ts';
import { Wedge } from '../ground/wedge.ts';
import { Party } from '../party/party.ts';
import { membersOfGroup } from './structure-points.ts';

const GroupMember = builder.objectRef<MemberShape>('GroupMember').implement({
  description: 'A party in a group.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party that belongs to the group.' }),
    silhouette: t.exposeFloat('silhouette', {
      description:
        'How clearly it belongs to the group, -1 to 1: (b - a) / max(a, b), a = mean 1 - agreement with the other members, b = that with the nearest other group. Below 0 it is nearer to the other group; 0 alone in a group. Rousseeuw (1987).',
    }),
  }),
});

export const PartyGroup = builder.objectRef<PartyGroupShape>('PartyGroup').implement({
  description: 'Parties that stand together, found by their agreement alone.',
  fields: (t) => {
    const members = (which: string, choose: (group: PartyGroupShape) => readonly MemberShape[]) =>
      t.field({
        type: [GroupMember],
        description: `${which}, by key.`,
        extensions: cost({ rows: membersOfGroup }),
        resolve: (group) => [...choose(group)],
      });
    return {
      number: t.exposeInt('number', {
        description: '1 for the largest group; of equally large ones, that with the first key.',
      }),
      size: t.int({ description: 'Number of members.', resolve: ({ members }) => members.length }),
      members: members('The members', ({ members }) => members),
      core: members('The members with a silhouette of at least 0.5', coreOf),
      edge: members('The members with a silhouette below 0.25', edgeOf),
      within: t.exposeFloat('within', {
        nullable: true,
        description: 'Mean agreement over the pairs of members that have a value, 0 to 1; null without any.',
      }),
      outside: t.exposeFloat('outside', {
        nullable: true,
        description:
          'Mean agreement over the pairs of a member and a party of another group that have a value, 0 to 1; null without any.',
      }),
      cohesion: t.field({
        type: CohesionNumbers,
        description: 'How far the members hold together, over all propositions in scope.',
        extensions: cost({ points: (_args, around) => tallyPoints(around) + 2 * around.propositions }),
        resolve: cohesionOfGroup,
      }),
      wedges: t.connection({
        type: Wedge,
        description:
          'The propositions that set the group apart from all the others, the strongest first; equal ones by issue and key. `left` is the group.',
        args: {
          shareOf: t.arg({
            type: ShareOf,
            defaultValue: 'ALL',
            description: 'Of which parties of a set the shares are. Default: ALL, so that silence counts against it.',
          }),
          minimumHolders: t.arg.int({
            defaultValue: 1,
            description:
              'Only propositions on which at least so many of each set hold a position; at least 1. Default: 1.',
          }),
        },
        extensions: cost({
          points: (_args, around) => 100 + tallyPoints(around) + 3 * around.propositions,
          around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
        }),
        resolve(group, args, { pageSizes }) {
          const rule = { shareOf: args.shareOf ?? 'ALL', minimumHolders: holdersAsked(args.minimumHolders ?? 1) };
          const rows = wedgesOfGroup(group, rule);
          return connectionOf(rows, args, pageSizes, ({ proposition }) => `wedge ${proposition.key}`);
        },
      }),
    };
  },
});
