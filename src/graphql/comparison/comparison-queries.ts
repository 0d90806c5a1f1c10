import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import { speakingParties } from '#comparison/speaking-parties.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { AgreementMatrix } from '../agreement/agreement-matrix.ts';
import { PolicyInput } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { cellPoints, compared, pairPoints } from '../cost/compared.ts';
import { cost } from '../cost/field-cost.ts';
import { ScopeInput } from '../scope/scope-input.ts';
import { compareAs } from './compare-args.ts';
import { Comparison } from './comparison.ts';

const compareArgs = builder.args((t) => ({
  scope: t.field({
    type: ScopeInput,
    description: 'Which propositions, which stances, which time; default: all claims, today.',
  }),
  policy: t.field({
    type: PolicyInput,
    description: 'How numbers are made; default: the mean agreement, everything kept.',
  }),
}));

const partiesDescription = 'Keys of 1 to 250 parties, each once, such as `["CN", "RU"]`.';

/** Cost of a number over every pair of the parties asked about. */
const numberCost = cost({
  points(args, around) {
    const size = compared(args, around);
    return cellPoints(size) + pairPoints(size);
  },
  around: compared,
});

builder.queryField('comparison', (t) =>
  t.field({
    type: Comparison,
    nullable: true,
    description:
      'Parties side by side. Blocs compare by the stances recorded for them. A key that names nothing is an error (UNKNOWN_PARTY).',
    args: { parties: t.arg.stringList({ required: true, description: partiesDescription }), ...compareArgs },
    extensions: cost({ points: (args, around) => cellPoints(compared(args, around)), around: compared }),
    resolve: (_root, args, context) => compareAs(args.parties, args, context),
  }),
);

builder.queryField('agreement', (t) =>
  t.field({
    type: Agreement,
    nullable: true,
    description: 'One number for how far parties agree, with what it was made from.',
    args: { parties: t.arg.stringList({ required: true, description: partiesDescription }), ...compareArgs },
    extensions: numberCost,
    resolve: (_root, args, context) => agreementOfComparison(compareAs(args.parties, args, context)),
  }),
);

builder.queryField('agreementMatrix', (t) =>
  t.field({
    type: AgreementMatrix,
    nullable: true,
    description: 'The agreement of every party with every party.',
    args: {
      parties: t.arg.stringList({
        description:
          'Keys of 1 to 250 parties, each once. Default: all countries that hold a position in scope, by key.',
      }),
      ...compareArgs,
    },
    extensions: numberCost,
    resolve(_root, args, context) {
      const comparison = compareAs(args.parties ?? null, args, context);
      return agreementMatrix(args.parties ? comparison : speakingParties(comparison));
    },
  }),
);
