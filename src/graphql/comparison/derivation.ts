import type { DerivationReceipt, MemberStanding } from '#comparison/derivation-receipt.ts';
import { DerivationRule } from '../agreement/derivation-policy.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { cellReceiptPoints, membersOfCell } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { StanceView } from '../stance/stance-view.ts';
import { CellView, ComparisonCell } from './comparison-row.ts';

const cellsOf = ({ snapshot, revision }: DerivationReceipt, members: readonly MemberStanding[]) =>
  members.map(({ party, cell, stanceRow }) => {
    const stance = stanceRow === null ? null : new StanceView(snapshot, stanceRow, revision);
    return new CellView(party, cell, stance);
  });

export const BlocDerivation = builder.objectRef<DerivationReceipt>('BlocDerivation').implement({
  description:
    'What the position of a bloc on one proposition was derived from: its confirmed members of that day and what they hold. `members` = `spoke` + `absent` + `weightless` + those of which nothing is known; `spoke` = `support` + `neutral` + `oppose`.',
  fields: (t) => ({
    rule: t.field({
      type: DerivationRule,
      description: 'The rule by which the position follows.',
      resolve: (receipt) => receipt.derivation.rule,
    }),
    day: t.field({
      type: 'Date',
      description: 'The day whose members count: of a roll call that on which it was tabled, of a claim `asOf`.',
      resolve: (receipt) => receipt.day,
    }),
    members: t.int({
      description: 'Number of confirmed members on that day; 0 if the bloc had none.',
      resolve: (receipt) => receipt.counts.members,
    }),
    spoke: t.int({
      description: 'Number of members that hold a position in scope which counts.',
      resolve: (receipt) => receipt.counts.spoke,
    }),
    support: t.int({
      description: 'Number of members that support it or lean to support it.',
      resolve: (receipt) => receipt.counts.support,
    }),
    neutral: t.int({
      description: 'Number of members that are neutral.',
      resolve: (receipt) => receipt.counts.neutral,
    }),
    oppose: t.int({
      description: 'Number of members that oppose it or lean to oppose it.',
      resolve: (receipt) => receipt.counts.oppose,
    }),
    absent: t.int({
      description: 'Number of members recorded as absent. They count as members that hold no position.',
      resolve: (receipt) => receipt.counts.absent,
    }),
    weightless: t.int({
      description:
        'Number of members that hold a position whose basis `policy { bases }` weighs 0. They count as members that hold no position.',
      resolve: (receipt) => receipt.counts.weightless,
    }),
    mean: t.float({
      nullable: true,
      description: 'Mean position of the members that hold one which counts, -1 to 1; null when none does.',
      resolve: (receipt) => receipt.mean,
    }),
    dissenters: t.field({
      type: [ComparisonCell],
      description:
        'The members that hold a position which is not on the side of the bloc, neutral ones included; by key. Empty when the bloc has no position.',
      extensions: cost({ rows: membersOfCell }),
      resolve: (receipt) => cellsOf(receipt, receipt.dissenters),
    }),
    cells: t.field({
      type: [ComparisonCell],
      description: 'All members of that day and what each holds, by key: the evidence of the position.',
      extensions: cost({ rows: membersOfCell }),
      resolve: (receipt) => cellsOf(receipt, receipt.members),
    }),
    unclear: t.field({
      type: [Party],
      description: 'Parties of which reports differ whether they were members that day, by key. They do not count.',
      extensions: cost({ rows: 1 }),
      resolve: (receipt) => [...receipt.unclear],
    }),
  }),
});

builder.objectField(ComparisonCell, 'derivation', (t) =>
  t.field({
    type: BlocDerivation,
    nullable: true,
    description:
      'Of a bloc without a stance of its own: what its members hold, also where that makes no position. Null for other parties, for a bloc with a stance of its own, and by the policy RECORDED.',
    extensions: cost({ points: cellReceiptPoints }),
    resolve: ({ derivation }) => derivation,
  }),
);
