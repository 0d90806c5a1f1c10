import { expect, test } from 'vitest';
import { orderByGroups } from '../../src/web/matrix/order/order-by-groups.ts';
import { nearestTo, towards } from '../../src/web/party-map/label-order.ts';
import { labelled } from '../../src/web/party-map/labels.ts';
import { coloursOf, extentsOf, indexOf, type Period, periodsOf } from '../../src/web/party-map/periods.ts';
import { extentAt, placing, shownAt } from '../../src/web/party-map/placing.ts';

const period = (label: string, places: Readonly<Record<string, readonly [number, number]>>): Period => ({
  label,
  from: `${label}-01-01`,
  places: new Map(Object.entries(places).map(([key, [x, y]]) => [key, { x, y }])),
  isNew: false,
});
const years = [
  period('2000', { US: [0.4, 0], CN: [-0.2, 0.1], SU: [-0.3, 0] }),
  period('2001', { US: [0.6, 0], CN: [-0.4, 0.1], RU: [0, -0.2] }),
];

test('a year without a map is left out, and a year that is asked for is the last one with a map up to it', () => {
  const answer = {
    revision: 1,
    scope: { asOf: '2004-01-01', asKnownAt: 1 },
    periods: ['2000', '2001', '2002'].map((label) => ({
      label,
      from: `${label}-01-01`,
      alignment: null,
      points: label === '2001' ? [] : ['A', 'B'].map((key) => ({ party: { key }, coordinates: [0.5] })),
    })),
  };
  const periods = periodsOf(answer);
  expect(periods.map(({ label }) => label)).toEqual(['2000', '2002']);
  // A map with one axis alone is a line.
  expect(periods[0]?.places.get('A')).toEqual({ x: 0.5, y: 0 });
  expect([null, 1990, 2001, 2002, 2050].map((year) => indexOf(periods, year))).toEqual([1, 0, 0, 1, 1]);
});

test('between years parties move from one place to the next, and fade where they are on one map alone', () => {
  const half = new Map(shownAt(years, 0.5).map(({ key, ...rest }) => [key, rest]));
  expect(half.get('US')).toEqual({ x: 0.5, y: 0, seen: 1 });
  expect(half.get('SU')).toEqual({ x: -0.3, y: 0, seen: 0.5 });
  expect(half.get('RU')).toEqual({ x: 0, y: -0.2, seen: 0.5 });
  expect(shownAt(years, 1).map(({ key }) => key)).toEqual(['US', 'CN', 'RU']);
});

test('a picture shows every party of a year, and a distance is as long across as up', () => {
  for (const time of [0, 0.5, 1]) {
    const { at, scale } = placing(extentAt(extentsOf(years), time), 800, 500);
    for (const place of shownAt(years, time)) {
      const { x, y } = at(place);
      expect([x >= 0 && x <= 800, y >= 0 && y <= 500]).toEqual([true, true]);
    }
    const [zero, right, up] = [at({ x: 0, y: 0 }), at({ x: 0.1, y: 0 }), at({ x: 0, y: 0.1 })];
    expect(right.x - zero.x).toBeCloseTo(0.1 * scale);
    expect(zero.y - up.y).toBeCloseTo(0.1 * scale);
  }
});

test('names lie neither on one another nor on the points of others that are named', () => {
  const points = Array.from({ length: 60 }, (_, index) => ({
    key: String(index),
    x: 100 + ((index * 37) % 90),
    y: 100 + ((index * 53) % 70),
    width: 60,
  }));
  const room = { width: 400, height: 300 };
  const sides = labelled(points, room);
  expect(sides.has('0')).toBe(true);
  expect(sides.size).toBeLessThan(60);
  const boxes = points.flatMap(({ key, x, y, width }) => {
    const side = sides.get(key);
    if (side === undefined) return [];
    const left = side === 'right' ? x + 7 : x - 7 - width;
    return { key, x, y, left, right: left + width, top: y - 6, bottom: y + 6 };
  });
  for (const one of boxes) {
    expect(one.left >= 0 && one.right <= room.width).toBe(true);
    for (const other of boxes) {
      if (one === other) continue;
      const isOver =
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      expect([one.key, other.key, isOver]).toEqual([one.key, other.key, false]);
      const isOnPoint = other.x > one.left && other.x < one.right && other.y > one.top && other.y < one.bottom;
      expect([one.key, other.key, isOnPoint]).toEqual([one.key, other.key, false]);
    }
  }
});

test('a group keeps its colour from year to year, whichever is the largest', () => {
  const structure = (groups: readonly (readonly string[])[]) => ({
    groups: groups.map((keys) => ({ members: keys.map((key) => ({ party: { key } })) })),
  });
  const colours = coloursOf({
    periods: [
      {
        label: '2000',
        structure: structure([
          ['A', 'B', 'C'],
          ['D', 'E'],
        ]),
      },
      { label: '2001', structure: structure([]) },
      { label: '2002', structure: structure([['D', 'E', 'C', 'F'], ['A', 'B'], ['G']]) },
    ],
  });
  expect(Object.fromEntries(colours.get('2000') ?? [])).toEqual({ A: 0, B: 0, C: 0, D: 1, E: 1 });
  expect(Object.fromEntries(colours.get('2002') ?? [])).toEqual({ D: 1, E: 1, C: 1, F: 1, A: 0, B: 0, G: 2 });
});

test('an arrow key leads to the nearest party in its direction', () => {
  const [year] = years as [Period];
  expect(towards(year, 'CN', 'ArrowRight')).toBe('US');
  expect(towards(year, 'CN', 'ArrowLeft')).toBe('SU');
  expect(towards(year, 'US', 'ArrowRight')).toBeNull();
  expect(nearestTo(year, 'SU', 1)).toEqual([{ key: 'CN', distance: expect.closeTo(Math.hypot(0.1, 0.1)) }]);
});

test('a matrix by groups has each group together, alike neighbours within it, and who is in none last', () => {
  const values = [
    [1, 0.2, 0.9, null, 0.5],
    [0.2, 1, 0.1, null, 0.9],
    [0.9, 0.1, 1, null, 0.4],
    [null, null, null, 1, null],
    [0.5, 0.9, 0.4, null, 1],
  ];
  const { order, bands } = orderByGroups(values, [
    { number: 1, rows: [0, 1, 4] },
    { number: 2, rows: [2] },
  ]);
  expect(order).toEqual([0, 4, 1, 2, 3]);
  expect(bands).toEqual([
    { number: 1, from: 0, size: 3 },
    { number: 2, from: 3, size: 1 },
  ]);
});
