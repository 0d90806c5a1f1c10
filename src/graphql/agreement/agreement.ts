import type { Agreement as Numbers } from '#agreement/agreement.ts';
import { noValueReasons } from '#agreement/contingency.ts';
import { agreementIn, type Comparison, measuresIn } from '#comparison/comparison.ts';
import { intervalIn } from '#comparison/intervals.ts';
import { percentilesIn } from '#comparison/percentiles.ts';
import { builder, describedValues } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { pairsCompared, partiesCompared, percentilePoints } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { Interval, intervalPoints, levelArg, levelOf } from './interval.ts';
import { Measure, Policy } from './policy.ts';
import { AgreementWarning, agreementWarnings, warningsCost } from './warnings.ts';

/** The number of a comparison. */
export interface AgreementView {
  readonly comparison: Comparison;
  readonly numbers: Numbers;
}

export const agreementOfComparison = (comparison: Comparison): AgreementView => ({
  comparison,
  numbers: agreementIn(comparison),
});

type MeasureView = ReturnType<typeof measuresIn>[number] & Pick<AgreementView, 'comparison'>;

const MeasureValue = builder.objectRef<MeasureView>('MeasureValue').implement({
  description:
    'The value of one measure over the same evidence; of a measure that counts absences, over those propositions for which any are recorded.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure that was computed.' }),
    value: t.float({
      nullable: true,
      description: 'Value of the measure, see its range; null when there is none, and `reason` says why.',
      resolve: ({ result }) => result.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description: 'Why `value` is null; null when there is a value.',
      resolve: ({ result }) => (result.value === null ? result.reason : null),
    }),
    sharedPropositions: t.exposeInt('shared', {
      description:
        'Number of propositions that the measure counts on which at least two of the parties hold a position.',
    }),
    pairs: t.exposeInt('pairs', { description: 'Number of pairs of parties that have a value.' }),
    percentile: t.float({
      nullable: true,
      description:
        'Where the value stands among those of all pairs of countries in the scope, 0 to 100: the percentage of them that are lower, and half of those that are equal. Null unless two parties are compared and have a value.',
      // Nine of these and the warnings beside them are computed at once.
      extensions: cost({ points: (_args, around) => (around.parties === 2 ? percentilePoints(around) / 18 : 1) }),
      resolve: ({ comparison, measure }) => percentilesIn(comparison)?.[measure] ?? null,
    }),
  }),
});

export const Agreement = builder.objectRef<AgreementView>('Agreement').implement({
  description: 'How far two or more parties agree, measured over the propositions on which they hold positions.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The parties compared, in the order of the argument.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ comparison }) => [...comparison.parties],
    }),
    measure: t.field({
      type: Measure,
      description: 'The measure that `value` holds.',
      resolve: ({ comparison }) => comparison.policy.measure,
    }),
    value: t.float({
      nullable: true,
      description: 'Value of the measure, see `Measure` for its range; null when there is none, and `reason` says why.',
      resolve: ({ numbers }) => numbers.result.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description: 'Why `value` is null; null when there is a value.',
      resolve: ({ numbers: { result } }) => (result.value === null ? result.reason : null),
    }),
    sharedPropositions: t.int({
      description: 'Number of propositions on which at least two of the parties hold a position that counts.',
      resolve: ({ numbers }) => numbers.shared,
    }),
    pairs: t.int({
      description: 'Number of pairs of parties that have a value.',
      resolve: ({ numbers }) => numbers.pairs,
    }),
    same: t.int({
      description: 'Number of comparisons (one pair on one proposition) with equal positions.',
      resolve: ({ numbers }) => numbers.same,
    }),
    partial: t.int({
      description:
        'Number of comparisons (one pair on one proposition) whose positions are neither equal nor on opposite sides.',
      resolve: ({ numbers }) => numbers.partial,
    }),
    opposite: t.int({
      description: 'Number of comparisons (one pair on one proposition) on opposite sides.',
      resolve: ({ numbers }) => numbers.opposite,
    }),
    measures: t.field({
      type: [MeasureValue],
      description: 'The value of every measure over the same evidence.',
      extensions: cost({ points: (args, around) => 2 * pairsCompared(args, around), rows: 9 }),
      resolve: ({ comparison }) => measuresIn(comparison).map((ofMeasure) => ({ ...ofMeasure, comparison })),
    }),
    interval: t.field({
      type: Interval,
      description:
        'How sure the value is: where it would probably lie if other propositions of the same kind were compared. It knows nothing of errors in the record, or of propositions that were chosen because the parties disagree.',
      args: levelArg,
      extensions: cost({ points: intervalPoints }),
      resolve: ({ comparison }, { level }) => intervalIn(comparison, levelOf(level)),
    }),
    warnings: t.field({
      type: [AgreementWarning],
      description: 'What to know beside the value; empty when there is nothing, and when there is no value.',
      extensions: cost(warningsCost),
      resolve: ({ comparison }, _args, context) => agreementWarnings(comparison, context),
    }),
    scope: t.field({
      type: Scope,
      description: 'The propositions, stances and time compared, with defaults filled in.',
      resolve: ({ comparison }) => comparison.scope,
    }),
    policy: t.field({
      type: Policy,
      description: 'How the value was computed, with defaults filled in.',
      resolve: ({ comparison }) => comparison.policy,
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ comparison }) => comparison.snapshot.revision,
    }),
  }),
});

export const NoValueReason = builder.enumType('NoValueReason', {
  description: 'Why a value is null. Parties without shared evidence have no value; they never have 0.',
  values: describedValues(noValueReasons),
});
