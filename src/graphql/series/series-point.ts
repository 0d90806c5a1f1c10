import { intervalAt, type SeriesPoint as PointShape } from '#comparison/series/series.ts';
import { NoValueReason } from '../agreement/agreement.ts';
import { Interval, intervalPoints, levelArg, levelOf } from '../agreement/interval.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';

/** A period and the agreement in it; counted in one go, so that its numbers cost nothing more by themselves. */
export const SeriesPoint = builder.objectRef<PointShape>('SeriesPoint').implement({
  description: 'The agreement of parties in one period.',
  fields: (t) => ({
    label: t.string({
      description:
        'Name of the period: `2020`, `2020-Q3`, `2020-07`; of a session its number, or what else it was, such as `ES-11`.',
      resolve: ({ slice }) => slice.period.label,
    }),
    from: t.field({
      type: 'Date',
      description: 'First day of the period; of a session that of its first roll call in the ledger.',
      resolve: ({ slice }) => slice.period.from,
    }),
    until: t.field({
      type: 'Date',
      description: 'First day after the period; of a session that after its last roll call in the ledger.',
      resolve: ({ slice }) => slice.period.until,
    }),
    value: t.float({
      nullable: true,
      description:
        'Value of the measure, see `Measure` for its range; null when there is none, and `reason` says why. A period without a value is a gap: nothing is known of it from its neighbours.',
      resolve: ({ numbers }) => numbers.result.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description: 'Why `value` is null; null when there is a value.',
      resolve: ({ numbers: { result } }) => (result.value === null ? result.reason : null),
    }),
    propositions: t.int({
      description:
        'Number of propositions in scope in the period on which any of the parties asked about holds a position or was absent.',
      resolve: ({ slice }) => slice.comparison.propositions.length,
    }),
    shared: t.int({
      description: 'Number of propositions on which at least two of the parties hold a position that counts.',
      resolve: ({ numbers }) => numbers.shared,
    }),
    pairs: t.int({
      description: 'Number of pairs of parties that have a value.',
      resolve: ({ numbers }) => numbers.pairs,
    }),
    same: t.int({
      description: 'Number of comparisons (one pair on one proposition) with equal positions.',
      resolve: ({ numbers }) => numbers.same,
    }),
    partial: t.int({
      description:
        'Number of comparisons (one pair on one proposition) whose positions are neither equal nor on opposite sides.',
      resolve: ({ numbers }) => numbers.partial,
    }),
    opposite: t.int({
      description: 'Number of comparisons (one pair on one proposition) on opposite sides.',
      resolve: ({ numbers }) => numbers.opposite,
    }),
    interval: t.field({
      type: Interval,
      description:
        'How sure the value is: where it would probably lie if other propositions of the same kind were compared in the period.',
      args: levelArg,
      extensions: cost({ points: intervalPoints }),
      resolve: (point, { level }) => intervalAt(point, levelOf(level)),
    }),
  }),
});
