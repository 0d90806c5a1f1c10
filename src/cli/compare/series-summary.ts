import { dateOf } from '#agreement/day.ts';
import { type AgreementSeries, ownPoints, type SeriesPoint } from '#comparison/series/series.ts';
import { turningPoints } from '#comparison/series/turning-points.ts';
import { plain } from './comparison-page.ts';

/** As the API cuts a series into levels by default. */
const usualRule = { penalty: 1, fewest: 3 };

export type SeriesSummary = ReturnType<typeof seriesSummary>;

/** A series as plain data; names and meanings are those of the API. */
export function seriesSummary(series: AgreementSeries) {
  const { parties, own, unit, scope, policy, snapshot } = series;
  const points = ownPoints(series);
  return {
    parties: parties.slice(0, own).map(({ key, name }) => ({ key, name })),
    by: unit,
    measure: policy.measure,
    asOf: dateOf(scope.asOf),
    asKnownAt: scope.asKnownAt,
    revision: snapshot.revision,
    points: points.map(pointSummary),
    turningPoints: turningPoints(points, usualRule).map(({ point, gap, before, after }) => ({
      label: point.slice.period.label,
      date: dateOf(point.slice.period.from),
      gap,
      levelBefore: before.level,
      levelAfter: after.level,
    })),
  };
}

function pointSummary({ slice: { period }, numbers }: SeriesPoint) {
  const { result, shared, same, partial, opposite } = numbers;
  return {
    label: period.label,
    from: dateOf(period.from),
    until: dateOf(period.until),
    value: result.value,
    reason: result.value === null ? result.reason : null,
    shared,
    same,
    partial,
    opposite,
  };
}

/** A series as lines for people: one for each period, those where the level changed marked. */
export function seriesPage({ parties, by, measure, asOf, asKnownAt, points, turningPoints: turns }: SeriesSummary) {
  const longest = Math.max(0, ...points.map(({ label }) => label.length));
  const turnAt = new Map(turns.map((turn) => [turn.label, turn]));
  return [
    parties.map(({ name, key }) => `${plain(name)} (${key})`).join(', '),
    `${measure} by ${by}, as of ${asOf}, revision ${asKnownAt}.`,
    '',
    ...points.map(({ label, value, reason, shared }) => {
      const turn = turnAt.get(label);
      const level = turn === undefined ? '' : `  level ${turn.levelBefore.toFixed(3)} -> ${turn.levelAfter.toFixed(3)}`;
      return `  ${label.padEnd(longest)}  ${value === null ? `-      ${reason}` : `${value.toFixed(3).padStart(6)} of ${shared}${level}`}`;
    }),
    ...(points.length === 0 ? ['  There is no proposition in scope on which one of them spoke.'] : []),
  ];
}
