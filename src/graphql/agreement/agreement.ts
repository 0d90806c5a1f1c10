import type { Agreement as Numbers } from '#agreement/agreement.ts';
import { agreementIn, type Comparison, measuresIn } from '#comparison/comparison.ts';
import { builder } from '../builder.ts';
import { pairsCompared, partiesCompared } from '../cost/compared.ts';
import { cost } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { Measure } from './measure.ts';
import { NoValueReason } from './no-value-reason.ts';
import { Policy } from './policy.ts';

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
  description: 'One measure of the same evidence.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure.' }),
    value: t.float({
      nullable: true,
      description: 'The number; null with a reason.',
      resolve: ({ result }) => result.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description: 'Why there is no number; null when there is one.',
      resolve: ({ result }) => (result.value === null ? result.reason : null),
    }),
    pairs: t.exposeInt('pairs', { description: 'How many pairs of parties have a value.' }),
  }),
});

export const Agreement = builder.objectRef<AgreementView>('Agreement').implement({
  description: 'A measure over what two or more parties both spoke on.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'Who was asked about.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ comparison }) => [...comparison.parties],
    }),
    measure: t.field({
      type: Measure,
      description: 'Which measure `value` is.',
      resolve: ({ comparison }) => comparison.policy.measure,
    }),
    value: t.float({
      nullable: true,
      description: 'The number; see the measure for its range. Null with a reason.',
      resolve: ({ numbers }) => numbers.result.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description: 'Why there is no number; null when there is one.',
      resolve: ({ numbers: { result } }) => (result.value === null ? result.reason : null),
    }),
    sharedPropositions: t.int({
      description: 'Propositions on which at least two of the parties hold a position that counts.',
      resolve: ({ numbers }) => numbers.shared,
    }),
    pairs: t.int({ description: 'How many pairs of parties have a value.', resolve: ({ numbers }) => numbers.pairs }),
    same: t.int({ description: 'Pair x proposition: equal positions.', resolve: ({ numbers }) => numbers.same }),
    partial: t.int({
      description: 'Pair x proposition: neither equal nor on opposite sides.',
      resolve: ({ numbers }) => numbers.partial,
    }),
    opposite: t.int({ description: 'Pair x proposition: opposite sides.', resolve: ({ numbers }) => numbers.opposite }),
    measures: t.field({
      type: [MeasureValue],
      description: 'Every measure of the same evidence.',
      extensions: cost({ points: pairsCompared, rows: 7 }),
      resolve: ({ comparison }) => measuresIn(comparison),
    }),
    scope: t.field({ type: Scope, description: 'What it is about.', resolve: ({ comparison }) => comparison.scope }),
    policy: t.field({ type: Policy, description: 'How it was made.', resolve: ({ comparison }) => comparison.policy }),
    revision: t.int({
      description: 'The revision of the ledger that answered.',
      resolve: ({ comparison }) => comparison.snapshot.revision,
    }),
  }),
});
