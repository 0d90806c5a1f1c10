import { askedStructure } from '#comparison/structure/asked-structure.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, pairPoints } from '../cost/points.ts';
import { Structure } from './structure.ts';

/** The arguments of everything about structure. */
export const structureArgs = builder.args((t) => ({
  parties: t.stringList({
    description:
      '1 to 250 parties without duplicates, in any order: their keys, or other codes and names. Default: all countries.',
  }),
  groups: t.int({
    description: 'How many groups, 1 to 20; never more than parties. Default: the number from 2 to 8 that suits best.',
  }),
  dimensions: t.int({ defaultValue: 2, description: 'How many axes the map has, 1 to 5. Default: 2.' }),
  minimumHeld: t.float({
    defaultValue: 0.3,
    description:
      'Leave out the parties that hold a position on a smaller share of the propositions in scope, of those on which at least two parties do; 0 to 1. Default: 0.3, because whoever spoke little agrees with anybody by chance.',
  }),
}));

builder.queryField('structure', (t) =>
  t.field({
    type: Structure,
    nullable: true,
    description:
      'Who stands with whom: parties on a map, in groups, beside the blocs of the day, and between two groups. Of the measure AGREEMENT, whatever the policy names. What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: { ...structureArgs, ...compareArgs },
    extensions: cost({
      points(args, around) {
        const size = compared(args, around);
        return 100 + cellPoints(size) + derivingPoints({ ...around, ...size }) + pairPoints(size);
      },
      around: compared,
    }),
    resolve: (_root, args, context) =>
      askedStructure(context.snapshot, { ...args, parties: args.parties ?? null }, context),
  }),
);
