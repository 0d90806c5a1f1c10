import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import { askedComparison } from '#comparison/asked-comparison.ts';
import { speakingParties } from '#comparison/speaking-parties.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { AgreementMatrix } from '../agreement/agreement-matrix.ts';
import { PolicyInput } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, pairPoints } from '../cost/points.ts';
import { ScopeInput } from '../scope/scope.ts';
import { Comparison } from './comparison.ts';

/** The arguments of everything that compares. */
export const compareArgs = builder.args((t) => ({
  scope: t.field({
    type: ScopeInput,
    description: 'The propositions, stances and time to compare. Default: all claims, today.',
  }),
  policy: t.field({
    type: PolicyInput,
    description: 'How values are computed. Default: the measure AGREEMENT over all positions.',
  }),
}));

export const partiesDescription =
  '1 to 250 parties without duplicates, such as `["CN", "RU"]`: their keys, or other codes and names of one party alone, such as `USA`.';

/** Cost of a value over every pair of the parties compared. */
const numberCost = cost({
  points(args, around) {
    const size = compared(args, around);
    return cellPoints(size) + derivingPoints({ ...around, ...size }) + pairPoints(size);
  },
  around: compared,
});

builder.queryField('comparison', (t) =>
  t.field({
    type: Comparison,
    nullable: true,
    description:
      'Compares parties side by side. A bloc is compared by the stances recorded for the bloc itself; where it has none, by what its members of that day hold (`policy.blocs`). What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: { parties: t.arg.stringList({ required: true, description: partiesDescription }), ...compareArgs },
    extensions: cost({
      points(args, around) {
        const size = compared(args, around);
        return cellPoints(size) + derivingPoints({ ...around, ...size });
      },
      around: compared,
    }),
    resolve: (_root, args, context) => askedComparison(context.snapshot, args, context),
  }),
);

builder.queryField('agreement', (t) =>
  t.field({
    type: Agreement,
    nullable: true,
    description: 'How far parties agree, as one value with its evidence.',
    args: { parties: t.arg.stringList({ required: true, description: partiesDescription }), ...compareArgs },
    extensions: numberCost,
    resolve: (_root, args, context) => agreementOfComparison(askedComparison(context.snapshot, args, context)),
  }),
);

builder.queryField('agreementMatrix', (t) =>
  t.field({
    type: AgreementMatrix,
    nullable: true,
    description: 'The agreement of every party with every other.',
    args: {
      parties: t.arg.stringList({
        description:
          '1 to 250 parties without duplicates: their keys, or other codes and names. Default: all countries that hold a position in scope, by key.',
      }),
      ...compareArgs,
    },
    extensions: numberCost,
    resolve(_root, args, context) {
      const comparison = askedComparison(context.snapshot, { ...args, parties: args.parties ?? null }, context);
      return agreementMatrix(args.parties ? comparison : speakingParties(comparison));
    },
  }),
);
