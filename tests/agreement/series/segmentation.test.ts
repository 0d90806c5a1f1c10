import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noiseOf, type Segment, segmentsOf, squaredErrors, usualPenalty } from '#agreement/series/segmentation.ts';

/** Eighths, so that sums of them are exact. */
const values = fc.array(
  fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
  { maxLength: 10 },
);
const rules = fc.record({ penalty: fc.constantFrom(0.1, 0.5, 1, 2, 5), fewest: fc.integer({ min: 1, max: 4 }) });

/** Every way to cut n values into runs. */
function* cuts(n: number): Generator<number[]> {
  for (let bits = 0; bits < 2 ** Math.max(0, n - 1); bits++) {
    const ends = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((end) => (bits >> (end - 1)) & 1);
    yield [0, ...ends, n];
  }
}

function costOf(series: readonly number[], bounds: readonly number[], penalty: number): number {
  const runs = bounds.slice(1).map((end, i) => series.slice(bounds[i], end));
  const errors = runs.map((run) => {
    const mean = run.reduce((sum, value) => sum + value, 0) / run.length;
    return run.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  });
  return errors.reduce((sum, error) => sum + error, 0) + penalty * (runs.length - 1);
}

const boundsOf = (segments: readonly Segment[]) => [0, ...segments.map(({ end }) => end)];

test('no other cut costs less', () => {
  fc.assert(
    fc.property(
      values.filter((series) => series.length > 0),
      rules,
      (series, rule) => {
        const penalty = rule.penalty * usualPenalty(series);
        const found = segmentsOf(series, rule);
        let least = costOf(series, [0, series.length], penalty);
        for (const bounds of cuts(series.length)) {
          if (bounds.slice(1).some((end, i) => end - (bounds[i] as number) < rule.fewest)) continue;
          least = Math.min(least, costOf(series, bounds, penalty));
        }
        expect(costOf(series, boundsOf(found), penalty)).toBeCloseTo(least, 10);
      },
    ),
  );
});

test('the levels are the means of what they cover, all of it once, and none covers too little', () => {
  fc.assert(
    fc.property(values, rules, (series, rule) => {
      const found = segmentsOf(series, rule);
      expect(found.map(({ start }) => start)).toEqual(boundsOf(found).slice(0, -1));
      expect(found.at(-1)?.end ?? 0).toBe(series.length);
      for (const { start, end, level } of found) {
        const run = series.slice(start, end);
        expect(level).toBeCloseTo(run.reduce((sum, value) => sum + value, 0) / run.length, 12);
        if (found.length > 1) expect(run.length).toBeGreaterThanOrEqual(rule.fewest);
      }
    }),
  );
});

test('another zero and another unit change no cut', () => {
  fc.assert(
    fc.property(values, rules, fc.integer({ min: -4, max: 4 }), (series, rule, shift) => {
      const moved = series.map((value) => 2 * value + shift);
      expect(boundsOf(segmentsOf(moved, rule))).toEqual(boundsOf(segmentsOf(series, rule)));
    }),
  );
});

test('read backwards the best cut is as good', () => {
  fc.assert(
    fc.property(
      values.filter((series) => series.length > 0),
      rules,
      (series, rule) => {
        const penalty = rule.penalty * usualPenalty(series);
        const backwards = series.toReversed();
        expect(costOf(backwards, boundsOf(segmentsOf(backwards, rule)), penalty)).toBeCloseTo(
          costOf(series, boundsOf(segmentsOf(series, rule)), penalty),
          10,
        );
      },
    ),
  );
});

test('squared errors are those about the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (series) => {
      const errors = squaredErrors(series);
      for (let start = 0; start < series.length; start++)
        expect(errors(start, series.length)).toBeCloseTo(
          costOf(series.slice(start), [0, series.length - start], 0),
          10,
        );
    }),
  );
});

describe('worked by hand', () => {
  // Differences 0 0 1 0 0: noise 1/10, penalty 2 · 0.1 · ln 6 = 0.358. One level leaves 6 · 0.25 = 1.5, two leave nothing.
  const step = [0, 0, 0, 1, 1, 1];

  test('a step', () => {
    expect(noiseOf(step)).toBeCloseTo(0.1, 12);
    expect(usualPenalty(step)).toBeCloseTo(0.2 * Math.log(6), 12);
    expect(segmentsOf(step, { penalty: 1, fewest: 3 })).toEqual([
      { start: 0, end: 3, level: 0 },
      { start: 3, end: 6, level: 1 },
    ]);
  });

  test('is not worth five times the penalty, 1.79', () => {
    expect(segmentsOf(step, { penalty: 5, fewest: 3 })).toEqual([{ start: 0, end: 6, level: 0.5 }]);
  });

  test('and not seen where a level takes four values', () => {
    expect(segmentsOf(step, { penalty: 1, fewest: 4 }).length).toBe(1);
  });

  test('what never changes has one level, what is not there none', () => {
    expect(segmentsOf([0.5, 0.5, 0.5, 0.5], { penalty: 0.1, fewest: 1 }).length).toBe(1);
    expect(segmentsOf([0.5], { penalty: 1, fewest: 3 })).toEqual([{ start: 0, end: 1, level: 0.5 }]);
    expect(segmentsOf([], { penalty: 1, fewest: 3 })).toEqual([]);
  });

  test('a drift has no level and is cut all the same', () => {
    const drift = Array.from({ length: 40 }, (_, i) => i / 40);
    expect(segmentsOf(drift, { penalty: 1, fewest: 3 }).length).toBeGreaterThan(3);
  });
});
