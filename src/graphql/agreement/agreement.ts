import type { Agreement as Numbers } from '#agreement/agreement.ts';
import { noValueReasons } from '#agreement/measures/kernel.ts';
import { agreementIn, type Comparison, measuresIn } from '#comparison/comparison.ts';
import { type Warning, warningCodes, warningsIn } from '#comparison/warnings.ts';
import { builder, describedValues } from '../builder.ts';
import { claimReceiptPoints } from '../cost/bloc-points.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, pairsCompared, partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { Measure, Policy } from './policy.ts';

/** The number of a comparison. */
export interface AgreementView {
  readonly comparison: Comparison;
  readonly numbers: Numbers;
}

export const agreementOfComparison = (comparison: Comparison): AgreementView => ({
  comparison,
  numbers: agreementIn(comparison),
});

const MeasureValue = builder.objectRef<ReturnType<typeof measuresIn>[number]>('MeasureValue').implement({
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
  }),
});

const WarningCode = builder.enumType('WarningCode', {
  description: 'Why a value deserves a second look.',
  values: describedValues(warningCodes),
});

const AgreementWarning = builder.objectRef<Warning>('AgreementWarning').implement({
  description: 'What to know beside a value of agreement before citing it.',
  fields: (t) => ({
    code: t.expose('code', { type: WarningCode, description: 'The kind of warning.' }),
    message: t.exposeString('message', { description: 'The warning in one sentence, with its numbers.' }),
    count: t.exposeInt('count', {
      description:
        'FEW_SHARED: the number of shared propositions. CONSENSUS_TEXTS: the number of comparisons (one pair on one proposition) in which both stances come from texts adopted by consensus.',
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
      resolve: ({ comparison }) => measuresIn(comparison),
    }),
    warnings: t.field({
      type: [AgreementWarning],
      description: 'What to know beside the value; empty when there is nothing, and when there is no value.',
      extensions: cost({ points: (_args, around) => cellPoints(around) + claimReceiptPoints(around), rows: 2 }),
      resolve: ({ comparison }) => [...warningsIn(comparison)],
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
