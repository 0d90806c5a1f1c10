import { weightedKappa, weightedPi } from './chance-corrected.ts';
import { coincidence, coincidence2017, coincidence2022 } from './coincidence.ts';
import type { PairKernel } from './kernel.ts';
import { agreement, identical, sScore } from './means.ts';

/** The measures of two parties. With more parties their value is the unweighted mean over the pairs that have one. */
export const pairMeasures = {
  AGREEMENT: agreement,
  IDENTICAL: identical,
  COINCIDENCE: coincidence,
  COINCIDENCE_2017: coincidence2017,
  COINCIDENCE_2022: coincidence2022,
  S_SCORE: sScore,
  WEIGHTED_KAPPA: weightedKappa,
  WEIGHTED_PI: weightedPi,
} as const satisfies Record<string, PairKernel>;

export type PairMeasure = keyof typeof pairMeasures;

/** Every measure; ALPHA is of any number of parties at once. */
export const measures = [...(Object.keys(pairMeasures) as PairMeasure[]), 'ALPHA'] as const;

export type Measure = PairMeasure | 'ALPHA';

/** Whether recorded absences count; propositions for which none is recorded are left out then, as nobody knows who was absent. */
export const countsAbsences = (measure: Measure): boolean => measure === 'COINCIDENCE_2022';
