import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { procrustes, turned } from '#agreement/structure/procrustes.ts';
import { at, distancesBetween, indices, points } from './squares.ts';

test('a picture that was turned by a quarter, mirrored and moved is brought back', () => {
  const target = [
    [0, 0],
    [2, 0],
    [0, 1],
  ];
  const points = [
    [5, 5],
    [5, 7],
    [6, 5],
  ];
  const aligned = procrustes(target, points);
  expect(aligned?.rootMeanSquare).toBeCloseTo(0, 12);
  for (const [row, point] of points.entries()) {
    const back = aligned === null ? [] : turned(aligned, point);
    expect(back).toEqual((target[row] as number[]).map((value) => expect.closeTo(value, 12)));
  }
});

test('distances stay as they were, and no turn or mirroring would come nearer', () => {
  const both = points({ minLength: 1, maxLength: 6 }).chain((target) =>
    fc.tuple(fc.constant(target), points({ minLength: target.length, maxLength: target.length })),
  );
  fc.assert(
    fc.property(both, fc.double({ min: 0, max: 7, noNaN: true }), fc.boolean(), ([target, moved], angle, mirrored) => {
      const aligned = procrustes(target, moved);
      if (aligned === null) throw new Error('expected an alignment');
      const after = moved.map((point) => turned(aligned, point));
      const [before, now] = [distancesBetween(moved), distancesBetween(after)];
      for (const a of indices(moved.length))
        for (const b of indices(moved.length)) expect(at(now, a, b)).toBeCloseTo(at(before, a, b), 9);
      const { from, to } = aligned;
      const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
      const turn = mirrored
        ? [
            [cosine, sine],
            [sine, -cosine],
          ]
        : [
            [cosine, sine],
            [-sine, cosine],
          ];
      const squares = target.map((aim, row) => {
        const other = turned({ turn, from, to, rootMeanSquare: 0 }, moved[row] as [number, number]);
        return aim.reduce((sum, value, axis) => sum + (value - (other[axis] as number)) ** 2, 0);
      });
      const rootMeanSquare = Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / target.length);
      expect(aligned.rootMeanSquare).toBeLessThanOrEqual(rootMeanSquare + 1e-9);
    }),
  );
  expect(procrustes([], [])).toBeNull();
});
