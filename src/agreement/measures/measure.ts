import type { ContingencyTable, PairKernel, Value } from '../contingency.ts';
import { alphaOfTable } from './alpha.ts';
import { weightedKappa, weightedPi } from './chance-corrected.ts';
import { coincidence, coincidence2017, coincidence2022 } from './coincidence.ts';
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

/** The value of any measure for two parties. */
export const valueOfTable = (table: ContingencyTable, measure: Measure): Value =>
  measure === 'ALPHA' ? alphaOfTable(table) : pairMeasures[measure].value(table);

/** The lowest value that a measure can have; the highest is 1. Null where it depends on the evidence. */
export const lowestValue: Readonly<Record<Measure, number | null>> = {
  AGREEMENT: 0,
  IDENTICAL: 0,
  COINCIDENCE: 0,
  COINCIDENCE_2017: 0,
  COINCIDENCE_2022: 0,
  S_SCORE: -1,
  WEIGHTED_KAPPA: -1,
  WEIGHTED_PI: -1,
  ALPHA: null,
};
