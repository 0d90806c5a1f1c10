import type { EvidenceRow } from '#agreement/evidence.ts';
import { type NotCountedReason, notCountedReasons } from '#agreement/policy.ts';
import { fromHalfSteps } from '#agreement/position.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import type { Comparison } from '#comparison/comparison.ts';
import { derivationOf } from '#comparison/derivation-receipt.ts';
import { cellsOfPair, evidenceIn, stancesOfPair } from '#comparison/evidence.ts';
import { type Party as PartyRow, rowAt } from '#snapshot/catalogue.ts';
import { builder, describedValues } from '../builder.ts';
import { BlocDerivation } from '../comparison/derivation.ts';
import { connectionOf } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { cellReceiptPoints, evidenceRows } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Stance } from '../stance/stance.ts';
import { Position } from '../stance/stance-enums.ts';
import { StanceView } from '../stance/stance-view.ts';
import { Agreement } from './agreement.ts';

interface EvidenceView {
  readonly comparison: Comparison;
  readonly row: EvidenceRow;
}

const NotCountedReasonEnum = builder.enumType('NotCountedReason', {
  description: 'Why a row of evidence is not counted.',
  values: describedValues<NotCountedReason>(notCountedReasons),
});

const propositionOf = ({ comparison, row }: EvidenceView) =>
  rowAt(comparison.snapshot.propositions, comparison.propositions[row.column] as number);

const Evidence = builder.objectRef<EvidenceView>('Evidence').implement({
  description: 'What one pair of parties and one proposition contribute to a value.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The pair: exactly two parties.',
      extensions: cost({ rows: 2 }),
      resolve: ({ comparison, row }) => [comparison.parties[row.a] as PartyRow, comparison.parties[row.b] as PartyRow],
    }),
    proposition: t.field({
      type: Proposition,
      description: 'The proposition that the two parties are compared on.',
      resolve: propositionOf,
    }),
    positions: t.field({
      type: [Position],
      nullable: { list: false, items: true },
      description:
        'Positions of the two parties, in the order of `parties`; null where there is none. As in the ledger or derived from members, before unanimous roll calls and neutral positions are treated.',
      resolve: ({ comparison, row }) =>
        cellsOfPair(comparison, row).map((cell) => (isHeld(cell) ? fromHalfSteps(cell) : null)),
    }),
    stances: t.field({
      type: [Stance],
      nullable: { list: false, items: true },
      description: 'Stances of the two parties, in the order of `parties`; null where there is none.',
      extensions: cost({ rows: 2 }),
      resolve: ({ comparison, row }) =>
        stancesOfPair(comparison, row).map((stanceRow) =>
          stanceRow === null ? null : new StanceView(comparison.snapshot, stanceRow, comparison.scope.asKnownAt),
        ),
    }),
    derivations: t.field({
      type: [BlocDerivation],
      nullable: { list: false, items: true },
      description:
        'Of a bloc without a stance of its own, what its members hold, in the order of `parties`; null for any other party.',
      extensions: cost({ points: cellReceiptPoints, rows: 2 }),
      resolve: ({ comparison, row: { a, b, column } }) => [a, b].map((row) => derivationOf(comparison, column, row)),
    }),
    counted: t.boolean({
      description: 'Whether the row counts towards the value.',
      resolve: ({ row }) => row.notCounted === null,
    }),
    reason: t.field({
      type: NotCountedReasonEnum,
      nullable: true,
      description: 'Why the row does not count; null when it does.',
      resolve: ({ row }) => row.notCounted,
    }),
    contribution: t.float({
      nullable: true,
      description:
        'What the row adds to the value; the contributions of all rows sum to the value. Null when the row does not count.',
      resolve: ({ row }) => row.contribution,
    }),
  }),
});

builder.objectField(Agreement, 'evidence', (t) =>
  t.connection({
    type: Evidence,
    description:
      'What the value was computed from: one row per pair of parties and proposition on which any of the parties holds a position or was absent.',
    extensions: cost({
      points: (_args, around) => 10 + evidenceRows(around),
      around: (_args, around) => ({ page: Math.min(around.page, evidenceRows(around)) }),
    }),
    args: {
      counted: t.arg.boolean({
        description: 'True: only rows that count. False: only rows that do not. Default: all.',
      }),
    },
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
