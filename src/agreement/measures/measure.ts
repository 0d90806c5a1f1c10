import { agreement, identical, sScore } from './means.ts';
import { coincidence } from './coincidence.ts';
import type { PairKernel } from './kernel.ts';
import { weightedKappa, weightedPi } from './chance-corrected.ts';

/** The measures of two parties. With more parties their value is the unweighted mean over the pairs that have one. */
export const pairMeasures = {
  AGREEMENT: agreement,
  IDENTICAL: identical,
  COINCIDENCE: coincidence,
  S_SCORE: sScore,
  WEIGHTED_KAPPA: weightedKappa,
  WEIGHTED_PI: weightedPi,
} as const satisfies Record<string, PairKernel>;

export type PairMeasure = keyof typeof pairMeasures;

/** Every measure; ALPHA is of any number of parties at once. */
export const measures = [...(Object.keys(pairMeasures) as PairMeasure[]), 'ALPHA'] as const;

export type Measure = PairMeasure | 'ALPHA';
