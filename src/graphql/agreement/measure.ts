import { builder } from '../builder.ts';

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
