import { type NotCountedReason, notCountedReasons } from '#agreement/apply-policy.ts';
import type { EvidenceRow } from '#agreement/evidence.ts';
import { fromHalfSteps } from '#agreement/position.ts';
import type { Comparison } from '#comparison/comparison.ts';
import { evidenceIn, stancesOfPair } from '#comparison/evidence.ts';
import { type Party as PartyRow, rowAt } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { evidenceRows } from '../cost/compared.ts';
import { cost } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Stance } from '../stance/stance.ts';
import { Position } from '../stance/stance-enums.ts';
import { StanceView } from '../stance/stance-view.ts';
import { Agreement } from './agreement.ts';
import { describedValues } from './described-values.ts';

interface EvidenceView {
  readonly comparison: Comparison;
  readonly row: EvidenceRow;
}

const NotCountedReasonEnum = builder.enumType('NotCountedReason', {
  description: 'Why a row of evidence does not count.',
  values: describedValues<NotCountedReason>(notCountedReasons),
});

const propositionOf = ({ comparison, row }: EvidenceView) =>
  rowAt(comparison.snapshot.propositions, comparison.propositions[row.column] as number);

const Evidence = builder.objectRef<EvidenceView>('Evidence').implement({
  description: 'What one pair of parties and one proposition add to a number.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The pair.',
      extensions: cost({ rows: 2 }),
      resolve: ({ comparison, row }) => [comparison.parties[row.a] as PartyRow, comparison.parties[row.b] as PartyRow],
    }),
    proposition: t.field({ type: Proposition, description: 'The proposition.', resolve: propositionOf }),
    positions: t.field({
      type: [Position],
      nullable: { list: false, items: true },
      description:
        'The positions of the two, in their order; null where none is known. As the ledger has them, before the policy.',
      resolve: ({ comparison, row }, _args, { snapshot }) =>
        stancesOfPair(comparison, row).map((place) =>
          place === null ? null : fromHalfSteps(snapshot.stances.position[place] as number),
        ),
    }),
    stances: t.field({
      type: [Stance],
      nullable: { list: false, items: true },
      description: 'The stances of the two, in their order; null where there is none.',
      extensions: cost({ rows: 2 }),
      resolve: ({ comparison, row }) =>
        stancesOfPair(comparison, row).map((place) =>
          place === null ? null : new StanceView(comparison.snapshot, place, comparison.scope.asKnownAt),
        ),
    }),
    counted: t.boolean({ description: 'Whether it counts.', resolve: ({ row }) => row.notCounted === null }),
    reason: t.field({
      type: NotCountedReasonEnum,
      nullable: true,
      description: 'Why it does not count; null when it does.',
      resolve: ({ row }) => row.notCounted,
    }),
    contribution: t.float({
      nullable: true,
      description: 'What it adds to the value: over all rows the contributions sum to it. Null when it does not count.',
      resolve: ({ row }) => row.contribution,
    }),
  }),
});

builder.objectField(Agreement, 'evidence', (t) =>
  t.connection({
    type: Evidence,
    description:
      'What the value was computed from: one row per pair and proposition on which any of the parties spoke.',
    extensions: cost({
      points: (_args, around) => 10 + evidenceRows(around),
      around: (_args, around) => ({ page: Math.min(around.page, evidenceRows(around)) }),
    }),
    args: { counted: t.arg.boolean({ description: 'Only rows that count, or only those that do not.' }) },
    resolve({ comparison }, args, { pageSizes }) {
      const rows = evidenceIn(comparison).filter(
        ({ notCounted }) => args.counted == null || (notCounted === null) === args.counted,
      );
      const { edges, ...page } = connectionOf(
        rows,
        args,
        pageSizes,
        ({ a, b, column }) => `${a}/${b}/${comparison.propositions[column]}`,
      );
      return { ...page, edges: edges.map(({ cursor, node }) => ({ cursor, node: { comparison, row: node } })) };
    },
  }),
);
