import { comparisonOf, partiesOf } from '#comparison/asked-comparison.ts';
import { estimatedPoints, wholeTextsOf } from '#comparison/ideal-points.ts';
import { partyOf } from '#comparison/look-up.ts';
import { allCountries, speakingParties } from '#comparison/speaking-parties.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints } from '../cost/points.ts';
import { estimatedOf, IdealPoints } from './ideal-points.ts';

/** Newton steps that an estimate usually takes. */
const usualRounds = 10;

/** Points of an estimate: in each round every vote, the products of every pair of parties on every proposition, and the factor of the system that they make. */
function estimatePoints(around: Pick<Around, 'parties' | 'propositions'>): number {
  const { parties } = around;
  const propositions = estimatedOf(around);
  return usualRounds * ((parties * propositions) / 8 + (parties ** 2 * propositions) / 430 + parties ** 3 / 3_000);
}

builder.queryField('idealPoints', (t) =>
  t.field({
    type: IdealPoints,
    nullable: true,
    description:
      'Places parties on one line by how they voted in a scope, such as one session: an ordinal probit with two cuts per proposition. What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: {
      parties: t.arg.stringList({
        description:
          '1 to 250 parties without duplicates: their keys, or other codes and names. Default: all countries that hold a position in scope.',
      }),
      minimumVoted: t.arg.float({
        defaultValue: 0.3,
        description:
          'Only parties that hold a position on at least this share of the propositions estimated, 0 to 1. Default: 0.3.',
      }),
      minimumMinority: t.arg.float({
        defaultValue: 0.025,
        description:
          'Only propositions on which at least this share of those that hold a position hold another than most do, 0 to 0.5, and at least one does. Default: 0.025.',
      }),
      positive: t.arg.string({
        description:
          'The party whose value is to be positive: its key, or another code or name. Default: the United States; where the party is not estimated, the one farthest from the mean.',
      }),
      ...compareArgs,
    },
    extensions: cost({
      points(args, around) {
        const size = compared(args, around);
        return 250 + cellPoints(size) + derivingPoints({ ...around, ...size }) + estimatePoints(size);
      },
      around: compared,
    }),
    resolve(_root, args, context) {
      const minimumVoted = shareOf('minimumVoted', args.minimumVoted ?? 0.3, 1);
      const minimumMinority = shareOf('minimumMinority', args.minimumMinority ?? 0.025, 0.5);
      const { parties, positive } = args;
      let party: PartyRow | null = null;
      // The values are of positions, whatever measure is named.
      const asked = { scope: wholeTextsOf(args.scope), policy: { ...args.policy, measure: 'AGREEMENT' as const } };
      const comparison = comparisonOf(
        context.snapshot,
        (ledger) => {
          if (positive != null) party = partyOf(ledger, positive);
          return parties == null ? allCountries(ledger) : partiesOf(parties, ledger);
        },
        asked,
        context,
      );
      const rule = { minimumVoted, minimumMinority, fewestVoted: comparison.policy.minimumShared };
      return estimatedPoints(parties == null ? speakingParties(comparison) : comparison, rule, party);
    },
  }),
);

function shareOf(name: string, share: number, most: number): number {
  if (share >= 0 && share <= most) return share;
  throw apiError('BAD_INPUT', `${name}: found ${share}, expected a share from 0 to ${most}.`);
}
