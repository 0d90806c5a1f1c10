import { expect, test } from 'vitest';
import { fromHalfSteps, type Position, positionValue, sideOf, toHalfSteps } from '#agreement/position.ts';

const positions = Object.keys(positionValue) as Position[];

test.each(positions)('%s survives the way into half steps and back', (position) => {
  expect(fromHalfSteps(toHalfSteps(position))).toBe(position);
});

test.each([3, -3, 0.5, Number.NaN])('%s half steps are no position', (halfSteps) => {
  expect(() => fromHalfSteps(halfSteps)).toThrow(RangeError);
});

test('a lean counts as its side, neutral as none', () => {
  expect(positions.map((position) => sideOf(toHalfSteps(position)))).toEqual([
    'SUPPORT',
    'SUPPORT',
    null,
    'OPPOSE',
    'OPPOSE',
  ]);
});
