import type { Policy as PolicyShape } from '#agreement/policy.ts';
import { builder } from '../builder.ts';
import { BlocPolicy, DerivationInput, DerivationPolicy } from './derivation-policy.ts';

const NeutralPolicy = builder.enumType('NeutralPolicy', {
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

const UnanimousPolicy = builder.enumType('UnanimousPolicy', {
  description:
    'Whether unanimous roll calls count: those in which every country with a recorded position has the same one.',
  values: {
    INCLUDE: { description: 'Unanimous roll calls count.' },
    EXCLUDE: { description: 'Unanimous roll calls do not count. Claims always count.' },
  } as const,
});

export const PolicyInput = builder.inputType('PolicyInput', {
  description:
    'How values are computed. Applied in this order: positions of blocs, unanimous roll calls, neutral positions, measure, minimum.',
  fields: (t) => ({
    measure: t.field({ type: Measure, description: 'The measure to compute. Default: AGREEMENT.' }),
    neutral: t.field({ type: NeutralPolicy, description: 'How to treat neutral positions. Default: KEEP.' }),
    unanimousRollCalls: t.field({
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls count. Default: INCLUDE.',
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
