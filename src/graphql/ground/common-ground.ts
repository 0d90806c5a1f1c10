import { comparisonOf, partiesOf } from '#comparison/asked-comparison.ts';
import {
  commonGround,
  type GroundOrder,
  type CommonGround as GroundShape,
  groundOrder,
  groundPropositionAt,
  groundRowAt,
  passingIn,
} from '#comparison/ground/common-ground.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { connectionOf } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, partiesCompared, tallyPoints } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { CommonGroundRow } from './common-ground-row.ts';
import { holdersAsked, ShareOf } from './ground-args.ts';
import { lookedAt } from './looked-at.ts';

const CommonGroundOrder = builder.enumType('CommonGroundOrder', {
  description: 'Sort orders for common ground. Equal rows are in the order of ISSUE.',
  values: {
    SHARE_DESC: { description: 'By share of the parties on the side, of all or of holders as asked; largest first.' },
    GROUP_CONSENSUS_DESC: { description: 'By the larger of the two values of `groups`, largest first.' },
    DATE_DESC: { description: 'By the day of the roll call, and of a claim by `since`; latest first.' },
    ISSUE: { description: 'By key of the issue, then by key of the proposition.' },
  } as const satisfies Record<GroundOrder, unknown>,
});

const CommonGround = builder.objectRef<GroundShape>('CommonGround').implement({
  description: 'Where a group of parties stands together.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The parties, in the order of the argument.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ comparison }) => [...comparison.parties],
    }),
    groups: t.field({
      type: t.listRef(t.listRef(Party)),
      nullable: true,
      description: 'The groups among them; null when none were named.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ groups }) => groups?.map((group) => [...group]) ?? null,
    }),
    quorum: t.float({
      description: 'The share that must be on the same side for a row to pass.',
      resolve: ({ rule }) => rule.quorum,
    }),
    shareOf: t.field({
      type: ShareOf,
      description: 'Of which parties that share is.',
      resolve: ({ rule }) => rule.shareOf,
    }),
    minimumHolders: t.int({
      description: 'How many parties had to hold a position for a proposition to be listed.',
      resolve: ({ rule }) => rule.minimumHolders,
    }),
    passing: t.int({
      description: 'Number of propositions on which one side has the quorum.',
      resolve: passingIn,
    }),
    rows: t.connection({
      type: CommonGroundRow,
      description: 'One row per proposition on which at least `minimumHolders` of the parties hold a position.',
      args: {
        passes: t.arg.boolean({
          description: 'True: only rows that pass. False: only those that do not. Default: all.',
        }),
        orderBy: t.arg({
          type: CommonGroundOrder,
          defaultValue: 'SHARE_DESC',
          description: 'Sort order. Default: SHARE_DESC.',
        }),
      },
      extensions: cost({
        points: ({ orderBy }, { propositions, parties, ledger }) =>
          10 +
          4 * propositions +
          (orderBy === 'DATE_DESC' ? Math.min(propositions, ledger.claims) * (2 + parties / 10) : 0),
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve(ground, args, { pageSizes }) {
        const order = groundOrder(ground, args.orderBy ?? 'SHARE_DESC', args.passes);
        const keyOf = (index: number) => `ground ${groundPropositionAt(ground, index).key}`;
        const { edges, ...page } = connectionOf<number>(order, args, pageSizes, keyOf);
        return { ...page, edges: edges.map(({ cursor, node }) => ({ cursor, node: groundRowAt(ground, node) })) };
      },
    }),
    scope: t.field(lookedAt.scope),
    policy: t.field(lookedAt.policy),
    revision: t.int(lookedAt.revision),
  }),
});

builder.queryField('commonGround', (t) =>
  t.field({
    type: CommonGround,
    nullable: true,
    description:
      'The propositions by how much of a group stands on one side. What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: {
      parties: t.arg.stringList({
        required: true,
        description: '2 to 250 parties without duplicates: their keys, or other codes and names.',
      }),
      groups: t.arg({
        type: t.arg.listRef(t.arg.listRef('String')),
        description:
          'Two or more groups among `parties`, no party in more than one: with them, `groups` of a row says how far they share a side.',
      }),
      quorum: t.arg.float({
        defaultValue: 0.5,
        description: 'Share of the parties that must be on the same side for a row to pass, 0 to 1. Default: 0.5.',
      }),
      shareOf: t.arg({
        type: ShareOf,
        defaultValue: 'ALL',
        description: 'Of which parties that share is. Default: ALL, so that silence counts against it.',
      }),
      minimumHolders: t.arg.int({
        defaultValue: 2,
        description:
          'Only propositions on which at least so many of the parties hold a position; at least 1. Default: 2.',
      }),
      ...compareArgs,
    },
    extensions: cost({
      points(args, around) {
        const size = compared(args, around);
        return 250 + cellPoints(size) + 2 * tallyPoints(size) + derivingPoints({ ...around, ...size });
      },
      around: compared,
    }),
    resolve(_root, args, context) {
      const minimumHolders = holdersAsked(args.minimumHolders ?? 2);
      const rule = { quorum: quorumOf(args.quorum ?? 0.5), shareOf: args.shareOf ?? 'ALL', minimumHolders };
      let groups: PartyRow[][] | null = null;
      const comparison = comparisonOf(
        context.snapshot,
        (ledger) => {
          const parties = groupOf(args.parties, ledger);
          if (args.groups) groups = groupsOf(args.groups, parties, ledger);
          return parties;
        },
        args,
        context,
      );
      return commonGround(comparison, rule, groups);
    },
  }),
);

function quorumOf(quorum: number): number {
  if (quorum >= 0 && quorum <= 1) return quorum;
  throw apiError('BAD_INPUT', `quorum: found ${quorum}, expected a share from 0 to 1.`);
}

function groupOf(keys: readonly string[], ledger: Snapshot): PartyRow[] {
  if (keys.length >= 2) return partiesOf(keys, ledger);
  throw apiError('BAD_INPUT', `parties: found ${keys.length}, expected 2 to 250.`);
}

/** Throws BAD_INPUT unless there are two groups or more, of parties that are asked about, each in one group at most. */
function groupsOf(keys: readonly (readonly string[])[], parties: readonly PartyRow[], ledger: Snapshot): PartyRow[][] {
  if (keys.length < 2) throw apiError('BAD_INPUT', `groups: found ${keys.length}, expected two or more.`);
  const groupOfParty = new Map<PartyRow, string>();
  return keys.map((group, index) => {
    const name = `groups[${index}]`;
    const members = partiesOf(group, ledger, name);
    for (const member of members) {
      const before = groupOfParty.get(member);
      if (before !== undefined)
        throw apiError(
          'BAD_INPUT',
          `${name}: found ${member.key}, which is in ${before} too, expected each party once.`,
        );
      if (!parties.includes(member))
        throw apiError('BAD_INPUT', `${name}: found ${member.key}, expected only parties that are in \`parties\`.`);
      groupOfParty.set(member, name);
    }
    return members;
  });
}
