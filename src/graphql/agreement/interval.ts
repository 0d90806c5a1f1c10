import { type Interval as IntervalShape, intervalMethods, noIntervalReasons } from '#agreement/intervals/interval.ts';
import { apiError } from '../api-error.ts';
import { builder, describedValues } from '../builder.ts';
import type { Around } from '../cost/field-cost.ts';
import { evidenceRows } from '../cost/points.ts';

const IntervalMethod = builder.enumType('IntervalMethod', {
  description: 'How the error of a value was estimated.',
  values: describedValues(intervalMethods),
});

const NoIntervalReason = builder.enumType('NoIntervalReason', {
  description: 'Why a value has no interval.',
  values: describedValues(noIntervalReasons),
});

export const Interval = builder.objectRef<IntervalShape>('Interval').implement({
  description: 'A confidence interval of a value, within the range of its measure. See docs/measures.md.',
  fields: (t) => ({
    low: t.exposeFloat('low', {
      nullable: true,
      description: 'Lower bound; null when there is none, and `reason` says why.',
    }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper bound; null when there is none.' }),
    method: t.field({
      type: IntervalMethod,
      nullable: true,
      description: 'How the error was estimated; null when there is no interval.',
      resolve: (interval) => (interval.low === null ? null : interval.method),
    }),
    reason: t.field({
      type: NoIntervalReason,
      nullable: true,
      description: 'Why there is no interval; null when there is one.',
      resolve: (interval) => (interval.low === null ? interval.reason : null),
    }),
  }),
});

export const levelArg = builder.args((t) => ({
  level: t.float({
    defaultValue: 0.95,
    description: 'Probability that the interval is to have, from 0.5 to 0.999. Default: 0.95.',
  }),
}));

/** The level asked for. Throws BAD_INPUT for one out of range. */
export function levelOf(level: number | null | undefined): number {
  const wanted = level ?? 0.95;
  if (wanted >= 0.5 && wanted <= 0.999) return wanted;
  throw apiError('BAD_INPUT', `level: found ${wanted}, expected a probability from 0.5 to 0.999.`);
}

/** Two parties are computed from their table; of more, every pair is looked at on every proposition. */
export const intervalPoints = (_args: unknown, around: Around): number =>
  50 + around.propositions + (around.parties > 2 ? evidenceRows(around) / 80 : 0);
