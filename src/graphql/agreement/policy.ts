import type { Policy as PolicyShape } from '#agreement/policy.ts';
import type { Basis as BasisName } from '#snapshot/closed-sets.ts';
import { builder } from '../builder.ts';
import { Basis } from '../stance/stance-enums.ts';
import { BlocPolicy, DerivationInput, DerivationPolicy } from './derivation-policy.ts';

export const NeutralPolicy = builder.enumType('NeutralPolicy', {
  description: 'How neutral positions are treated.',
  values: {
    KEEP: { description: 'They count as half-way between support and opposition.' },
    EXCLUDE: { description: 'They are excluded, as if no position were known.' },
    COUNT_AS_OPPOSE: {
      description:
        'On roll calls an abstention counts as a vote against; on claims neutral positions count as half-way.',
    },
  } as const,
});

export const UnanimousPolicy = builder.enumType('UnanimousPolicy', {
  description:
    'Whether unanimous roll calls count: those in which everyone with a recorded position, blocs aside, has the same one.',
  values: {
    INCLUDE: { description: 'Unanimous roll calls count.' },
    EXCLUDE: { description: 'Unanimous roll calls do not count. Claims always count.' },
  } as const,
});

const BasisWeightInput = builder.inputType('BasisWeightInput', {
  description: 'How much stances with a basis count.',
  fields: (t) => ({
    basis: t.field({ type: Basis, required: true, description: 'The basis of the stances that are weighed.' }),
    weight: t.float({ required: true, description: '0: such stances do not count. 1: they count, as by default.' }),
  }),
});

const BasisWeight = builder.objectRef<{ readonly basis: BasisName; readonly weight: number }>('BasisWeight').implement({
  description: 'How much stances with a basis count.',
  fields: (t) => ({
    basis: t.expose('basis', { type: Basis, description: 'The basis of the stances that are weighed.' }),
    weight: t.exposeFloat('weight', { description: '0: such stances do not count.' }),
  }),
});

export const PolicyInput = builder.inputType('PolicyInput', {
  description:
    'How values are computed. Applied in this order: positions of blocs, bases, unanimous roll calls, neutral positions, measure, minimum.',
  fields: (t) => ({
    measure: t.field({ type: Measure, description: 'The measure to compute. Default: AGREEMENT.' }),
    neutral: t.field({ type: NeutralPolicy, description: 'How to treat neutral positions. Default: KEEP.' }),
    unanimousRollCalls: t.field({
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls count. Default: INCLUDE.',
    }),
    bases: t.field({
      type: [BasisWeightInput],
      description:
        'Bases of stances that weigh 0: no number and no position of a bloc counts such a stance, and it is still shown. Unlike `bases` of the scope, which leaves stances out altogether. Default: every basis weighs 1.',
    }),
    minimumShared: t.int({
      description:
        'Minimum number of propositions that a pair must share to have a value (else BELOW_MINIMUM_SHARED); at least 1. Default: 1.',
    }),
    blocs: t.field({
      type: BlocPolicy,
      description: 'Which positions blocs have. Default: RECORDED_ELSE_DERIVED.',
    }),
    derivation: t.field({
      type: DerivationInput,
      description:
        'How positions of blocs are derived from those of their members. Default: MAJORITY of at least half of them.',
    }),
  }),
});

export const Policy = builder.objectRef<PolicyShape>('Policy').implement({
  description: 'How values were computed, with every default filled in.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure that was computed.' }),
    neutral: t.expose('neutral', { type: NeutralPolicy, description: 'How neutral positions were treated.' }),
    unanimousRollCalls: t.expose('unanimousRollCalls', {
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls counted.',
    }),
    bases: t.field({
      type: [BasisWeight],
      description: 'The bases that weigh 0; every other one weighs 1.',
      resolve: ({ weightlessBases }) => weightlessBases.map((basis) => ({ basis: basis as BasisName, weight: 0 })), // as the input had it
    }),
    minimumShared: t.exposeInt('minimumShared', {
      description: 'Minimum number of propositions that a pair had to share to have a value; at least 1.',
    }),
    blocs: t.expose('blocs', { type: BlocPolicy, description: 'Which positions blocs had.' }),
    derivation: t.expose('derivation', {
      type: DerivationPolicy,
      description: 'How positions of blocs were derived where they were.',
    }),
  }),
});

export const Measure = builder.enumType('Measure', {
  description:
    'How agreement is measured over the propositions on which both parties hold a position; d = half the absolute difference of two positions, 0 to 1. For more than two parties: the unweighted mean over the pairs that have a value, except ALPHA, which is computed directly.',
  values: {
    AGREEMENT: { description: 'mean(1 - d), 0 to 1; an abstention is half-way. Voeten\'s "agree" score.' },
    IDENTICAL: { description: 'Share of propositions with equal positions, 0 to 1.' },
    COINCIDENCE: {
      description:
        'Same side / (same side + opposite sides), 0 to 1, ignoring neutral positions. The voting coincidence of the US Department of State for 2013 to 2016.',
    },
    COINCIDENCE_2017: {
      description:
        '(Same side + half of those on which one is neutral) / all shared, 0 to 1; both neutral is the same side. The voting coincidence of the US Department of State since 2017.',
    },
    COINCIDENCE_2022: {
      description:
        '(Same side + half of those on which one is neutral or absent) / all of these, 0 to 1. Over propositions for which any absence is recorded. The voting coincidence of the US Department of State since 2022.',
    },
    S_SCORE: { description: '1 - 2·mean(d), -1 to 1. Signorino & Ritter (1999).' },
    WEIGHTED_KAPPA: {
      description:
        '1 - ΣO·d² / ΣE·d², with chance agreement from the two marginal distributions; at most 1, 0 = no better than chance. Cohen (1968); Häge (2011).',
    },
    WEIGHTED_PI: {
      description:
        '1 - ΣO·d² / ΣE·d², with chance agreement from the pooled marginal distribution; at most 1, 0 = no better than chance. Scott (1955); Häge (2011).',
    },
    ALPHA: {
      description:
        "Krippendorff's alpha with the interval metric, for any number of parties; at most 1, 0 = no better than chance. Krippendorff (2011).",
    },
  } as const,
});
