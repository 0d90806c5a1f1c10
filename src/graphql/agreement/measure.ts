import { builder } from '../builder.ts';

export const Measure = builder.enumType('Measure', {
  description:
    'How agreement is measured over the propositions on which both parties hold a position; d = half the difference of two positions, 0 to 1. Over more than two parties: the unweighted mean over the pairs that have a value; ALPHA directly.',
  values: {
    AGREEMENT: { description: 'mean(1 - d), 0 to 1: an abstention is half way. The "agree" score of Voeten.' },
    IDENTICAL: { description: 'Share with equal positions, 0 to 1.' },
    COINCIDENCE: {
      description:
        'Same side / (same side + opposite sides), 0 to 1, neutrals aside. As the US Department of State counts.',
    },
    S_SCORE: { description: '1 - 2·mean(d), -1 to 1. Signorino & Ritter 1999.' },
    WEIGHTED_KAPPA: {
      description:
        '1 - ΣO·d² / ΣE·d², chance from the two margins; up to 1, 0 = no more than chance. Cohen 1968; Häge 2011.',
    },
    WEIGHTED_PI: {
      description:
        '1 - ΣO·d² / ΣE·d², chance from the pooled margin; up to 1, 0 = no more than chance. Scott 1955; Häge 2011.',
    },
    ALPHA: {
      description:
        "Krippendorff's alpha, interval metric, any number of parties; up to 1, 0 = no more than chance. Krippendorff 2011.",
    },
  } as const,
});
