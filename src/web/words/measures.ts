import type { Measure } from '../generated/graphql.ts';
import { decimal, percent } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';

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

/** Those that are no share of anything: from −1 to 1. */
const belowZero: readonly Measure[] = ['S_SCORE', 'WEIGHTED_KAPPA', 'WEIGHTED_PI', 'ALPHA'];

/** The lowest possible value of a measure; the highest is 1 for all. */
export const leastOf = (measure: Measure): -1 | 0 => (belowZero.includes(measure) ? -1 : 0);

export const measureWords = texts.measures;
export const noValueWords = texts.noValue;
export const notCountedWords = texts.notCounted;

/** A value as a number: 0.973; an en dash for none. */
export const valueInWords = (value: number | null, digits = 3): string =>
  value === null ? '–' : decimal(value, digits);

/** A value as people read it: a share as a percentage, any other as a number; an en dash for none. */
export function shareInWords(measure: Measure, value: number | null): string {
  if (value === null) return '–';
  return leastOf(measure) === 0 ? percent(value) : decimal(value, 2);
}
