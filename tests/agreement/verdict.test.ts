import { expect, test } from 'vitest';
import { spreadOf, verdictOf } from '#agreement/position.ts';
import { matrixOf } from './matrices.ts';

const cellsOf = (line: string) => matrixOf(line).cells;

test.each([
  ['2', 'UNKNOWN', null],
  ['. .', 'UNKNOWN', null],
  ['2 .', 'UNKNOWN', null],
  ['-2 A', 'UNKNOWN', null],
  ['2 2', 'AGREE', 'SUPPORT'],
  ['2 1', 'AGREE', 'SUPPORT'],
  ['-1 -1', 'AGREE', 'OPPOSE'],
  ['-2 -1 -2', 'AGREE', 'OPPOSE'],
  ['2 2 . A', 'AGREE', 'SUPPORT'],
  ['2 -2', 'DIVIDED', null],
  ['1 -1', 'DIVIDED', null],
  ['2 0 -1', 'DIVIDED', null],
  ['0 0', 'NEUTRAL', null],
  ['0 0 A', 'NEUTRAL', null],
  ['2 0', 'MIXED', null],
  ['0 -1 0', 'MIXED', null],
] as const)('%s is %s', (line, verdict, side) => {
  expect(verdictOf(cellsOf(line))).toEqual({ verdict, side });
});

test('nobody asked about is UNKNOWN', () => {
  expect(verdictOf([])).toEqual({ verdict: 'UNKNOWN', side: null });
});

test.each([
  ['2 -2 0', 2],
  ['2 1', 0.5],
  ['-2 -2 .', 0],
  ['2 A .', null],
] as const)('%s spreads over %s', (line, spread) => {
  expect(spreadOf(cellsOf(line))).toBe(spread);
});
