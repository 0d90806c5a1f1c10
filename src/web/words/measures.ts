import type { Measure, NotCountedReason, NoValueReason } from '../generated/graphql.ts';

/** The measures, the default first. */
export const measures: readonly Measure[] = [
  'AGREEMENT',
  'IDENTICAL',
  'COINCIDENCE',
  'COINCIDENCE_2017',
  'COINCIDENCE_2022',
  'S_SCORE',
  'WEIGHTED_KAPPA',
  'WEIGHTED_PI',
  'ALPHA',
];

interface Words {
  readonly name: string;
  readonly meaning: string;
  /** The lowest possible value; the highest is 1 for all. */
  readonly least: number;
}

export const measureWords: Readonly<Record<Measure, Words>> = {
  AGREEMENT: { name: 'Agreement', meaning: 'how close on average, neutral half way', least: 0 },
  IDENTICAL: { name: 'Identical', meaning: 'share of equal positions', least: 0 },
  COINCIDENCE: { name: 'Coincidence', meaning: 'same side, of all where both took one', least: 0 },
  COINCIDENCE_2017: { name: 'Coincidence (2017)', meaning: 'same side, neutral counts half', least: 0 },
  COINCIDENCE_2022: { name: 'Coincidence (2022)', meaning: 'same side, neutral and absent count half', least: 0 },
  S_SCORE: { name: 'S score', meaning: 'agreement stretched to −1 … 1', least: -1 },
  WEIGHTED_KAPPA: { name: 'Weighted kappa', meaning: 'beyond chance, from the habits of each', least: -1 },
  WEIGHTED_PI: { name: 'Weighted pi', meaning: 'beyond chance, from one common habit', least: -1 },
  ALPHA: { name: 'Alpha', meaning: 'beyond chance, all parties at once', least: -1 },
};

/** Why there is no number. */
export const noValueWords: Readonly<Record<NoValueReason, string>> = {
  TOO_FEW_PARTIES: 'A number needs two parties.',
  NO_SHARED_EVIDENCE: 'They never spoke on the same thing.',
  BELOW_MINIMUM_SHARED: 'They share too few propositions.',
  NO_VARIATION: 'They hold one and the same position throughout, so chance alone would make them agree.',
  ALL_NEUTRAL: 'Only neutral positions are shared.',
  ABSENCES_NOT_RECORDED: 'Nobody recorded who was absent.',
};

/** Why a row of evidence does not count. */
export const notCountedWords: Readonly<Record<NotCountedReason, string>> = {
  ABSENCES_NOT_RECORDED: 'absences were not recorded',
  ABSENT: 'one was absent',
  BASIS_WEIGHTLESS: 'the basis does not count',
  SPLIT: 'a bloc is split',
  MEAN_ONLY: 'a bloc has a mean, which is no position',
  NEUTRAL_ASIDE: 'neutral is aside in this measure',
  NEUTRAL_EXCLUDED: 'neutral is excluded',
  PAIR_WITHHELD: 'the pair shares too little',
  POSITION_MISSING: 'a position is not known',
  UNANIMOUS_ROLL_CALL: 'the roll call was unanimous',
};

/** A value of a measure: 0.973; an en dash for none. */
export const valueInWords = (value: number | null, digits = 3): string =>
  value === null ? '–' : value.toFixed(digits).replace('-', '−');
