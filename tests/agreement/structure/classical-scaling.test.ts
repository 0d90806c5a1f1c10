import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { classicalScaling, type ScaledMap } from '#agreement/structure/classical-scaling.ts';
import { at, distances, distancesBetween, indices, points, squareOf } from './squares.ts';

const placesOf = ({ coordinates, dimensions }: ScaledMap): number[][] =>
  indices(coordinates.length / dimensions).map((row) =>
    Array.from(coordinates.subarray(row * dimensions, (row + 1) * dimensions)),
  );

const closeTo = (places: readonly (readonly number[])[], digits: number) =>
  places.map((place) => place.map((value) => expect.closeTo(value, digits)));

test('three points on a line come back as they were, the one farthest out on the positive side', () => {
  const onLine = squareOf([], [3], [4, 1]);
  const map = classicalScaling(onLine, 2, null);
  expect(placesOf(map)).toEqual(
    closeTo(
      [
        [7 / 3, 0],
        [-2 / 3, 0],
        [-5 / 3, 0],
      ],
      12,
    ),
  );
  expect(map.axes).toEqual([
    { eigenvalue: expect.closeTo(78 / 9, 12), share: expect.closeTo(1, 12) },
    { eigenvalue: 0, share: 0 },
  ]);
  expect(map.stress).toBeCloseTo(0, 12);
  const towardsThird = classicalScaling(onLine, 2, 2);
  expect(placesOf(towardsThird)).toEqual(
    closeTo(
      [
        [-7 / 3, 0],
        [2 / 3, 0],
        [5 / 3, 0],
      ],
      12,
    ),
  );
});

test('an anchor in the middle of the axis leaves it to the party farthest out, and of equally far ones to the first', () => {
  const map = classicalScaling(squareOf([], [1], [2, 1]), 1, 1);
  expect(placesOf(map)).toEqual(closeTo([[1], [0], [-1]], 12));
});

test('distances that no map shows have negative eigenvalues and a stress', () => {
  // Four stops of a ring: neighbours at 1, those across at 2. No four points have such straight-line distances.
  const ring = squareOf([], [1], [2, 1], [1, 2, 1]);
  const map = classicalScaling(ring, 2, null);
  // The centred products are 3/4 on the diagonal, 1/4 for sides and -5/4 across: eigenvalues 2, 2, 0 and -1.
  expect(map.axes.map(({ eigenvalue }) => eigenvalue)).toEqual([expect.closeTo(2, 12), expect.closeTo(2, 12)]);
  expect(map.unmappable).toBeCloseTo(1 / 5, 12);
  // The diagonals are right, 2; the four sides are √2 instead of 1.
  expect(map.stress).toBeCloseTo(Math.sqrt((4 * (Math.SQRT2 - 1) ** 2) / (4 * 2 + 2 * 4)), 12);
  expect(Array.from(map.misfits)).toEqual(
    Array(4).fill(expect.closeTo(Math.sqrt((2 * (Math.SQRT2 - 1) ** 2) / 3), 12)),
  );
});

test('parties that agree in everything are one point, of which nothing is explained', () => {
  const map = classicalScaling(squareOf([], [0], [0, 0]), 2, 0);
  expect(map).toEqual({
    dimensions: 2,
    coordinates: new Float64Array(6),
    axes: Array(2).fill({ eigenvalue: 0, share: null }),
    unmappable: null,
    stress: null,
    misfits: new Float64Array(3),
  });
  expect(classicalScaling(squareOf(), 2, null).coordinates).toEqual(new Float64Array());
});

test('points that are shifted, turned and mirrored give the same picture', () => {
  const moves = fc.record({
    angle: fc.double({ min: 0, max: 6, noNaN: true }),
    mirrored: fc.boolean(),
    shift: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
  });
  // One of them is far to one side and one far up, so that there is no doubt which way the axes point.
  const placed = points({ maxLength: 6 }).map((some) => [...some, [20, 0.5], [0.5, -10]]);
  fc.assert(
    fc.property(placed, moves, (some, { angle, mirrored, shift }) => {
      const moved = some.map(([x = 0, y = 0]) => {
        const up = mirrored ? -y : y;
        return [
          x * Math.cos(angle) - up * Math.sin(angle) + shift[0],
          x * Math.sin(angle) + up * Math.cos(angle) + shift[1],
        ];
      });
      const [before, after] = [some, moved].map((those) => classicalScaling(distancesBetween(those), 2, null));
      expect(placesOf(after as ScaledMap)).toEqual(closeTo(placesOf(before as ScaledMap), 9));
    }),
  );
});

test('points in the plane keep their distances, and their eigenvalues are the sums of squares on the axes', () => {
  fc.assert(
    fc.property(points(), (some) => {
      const given = distancesBetween(some);
      const map = classicalScaling(given, 2, null);
      const places = placesOf(map);
      const shown = distancesBetween(places);
      for (const a of indices(given.size)) {
        for (const b of indices(given.size)) expect(at(shown, a, b)).toBeCloseTo(at(given, a, b), 5);
      }
      for (const [axis, { eigenvalue }] of map.axes.entries()) {
        expect(places.reduce((sum, place) => sum + (place[axis] as number) ** 2, 0)).toBeCloseTo(eigenvalue, 10);
        expect(places.reduce((sum, place) => sum + (place[axis] as number), 0)).toBeCloseTo(0, 10);
      }
    }),
  );
});

test('shares are of everything that could be explained, and more axes explain what fewer do and more', () => {
  fc.assert(
    fc.property(distances({ minSize: 2 }), (square) => {
      const [few, many] = [classicalScaling(square, 1, null), classicalScaling(square, square.size, null)];
      expect(many.axes[0]).toEqual(few.axes[0]);
      const shares = many.axes.map(({ share }) => share ?? 0);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      if (many.unmappable !== null)
        expect(shares.reduce((sum, share) => sum + share, many.unmappable)).toBeCloseTo(1, 9);
    }),
  );
});
