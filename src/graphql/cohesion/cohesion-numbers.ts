import type { Cohesion } from '#agreement/cohesion.ts';
import type { Value } from '#agreement/contingency.ts';
import { NoValueReason } from '../agreement/agreement.ts';
import { builder } from '../builder.ts';

const reasonOf = (value: Value) => (value.value === null ? value.reason : null);

/** Numbers of cohesion over some propositions; all of them are counted together, so that they cost nothing more by themselves. */
export const CohesionNumbers = builder.objectRef<Cohesion>('CohesionNumbers').implement({
  description:
    'How far the members of a group hold together over some propositions: those on which at least two of them hold a position. A lean counts as its side, except in `pairAgreement` and `alpha`.',
  fields: (t) => ({
    propositions: t.exposeInt('propositions', {
      description: 'Number of propositions on which at least two members hold a position that counts.',
    }),
    agreementIndex: t.float({
      nullable: true,
      description:
        'Mean Agreement Index over `propositions`, 0 to 1: (max(Y,N,A) - (Y+N+A - max(Y,N,A))/2) / (Y+N+A), of members for, against and neutral. Hix, Noury & Roland (2005). Null when there is none, and `reason` says why.',
      resolve: ({ agreementIndex }) => agreementIndex.value,
    }),
    rice: t.float({
      nullable: true,
      description:
        "Mean of Rice's index over `ricePropositions`, 0 to 1: |Y-N| / (Y+N), neutral members aside. Rice (1925). Null when there is none, and also when no member took a side.",
      resolve: ({ rice }) => rice.value,
    }),
    ricePropositions: t.exposeInt('ricePropositions', {
      description: 'Number of those propositions on which a member took a side.',
    }),
    pairAgreement: t.float({
      nullable: true,
      description:
        'Mean of 1 - d over all comparisons (two members on one proposition), 0 to 1. Unlike `Agreement.value`, which is the mean over pairs, a pair counts as often as it shared a proposition. Null when there is none, and `reason` says why.',
      resolve: ({ pairAgreement }) => pairAgreement.value,
    }),
    comparisons: t.exposeInt('comparisons', {
      description: 'Number of comparisons (two members on one proposition).',
    }),
    alpha: t.float({
      nullable: true,
      description:
        "Krippendorff's alpha with the interval metric, at most 1, 0 = no better than chance. Null when there is none, and also when all positions are the same.",
      resolve: ({ alpha }) => alpha.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description: 'Why all values are null; null when `agreementIndex` is not.',
      resolve: ({ agreementIndex }) => reasonOf(agreementIndex),
    }),
  }),
});
