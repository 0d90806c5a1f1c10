import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Gap, type GroupNeeds, greatestGaps } from '#agreement/gaps.ts';
import { isHeld, type StanceMatrix, UNKNOWN } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf } from './matrices.ts';

/** The same, as its description says it. */
function plainly(matrix: StanceMatrix, groups: readonly GroupNeeds[]): Gap[] {
  const [rows, columns] = [indices(matrix.rows), indices(matrix.columns)];
  const holds = (row: number, column: number) => isHeld(cellAt(matrix, row, column));
  const shared = (a: number, b: number) => columns.filter((column) => holds(a, column) && holds(b, column)).length;
  const gaps = columns.flatMap((column) =>
    rows
      .filter((row) => cellAt(matrix, row, column) === UNKNOWN)
      .map((row) => {
        const others = rows.filter((other) => holds(other, column));
        const lacking = groups.flatMap(({ isMember, missing }, index) =>
          isMember(row, column) && (missing[column] ?? 0) > 0 ? [index] : [],
        );
        return {
          ...{ row, column, comparisons: others.length, groups: lacking },
          newComparisons: others.filter((other) => shared(row, other) === 0).length,
          gain:
            others.reduce((sum, other) => sum + 1 / (1 + shared(row, other)), 0) +
            lacking.reduce((sum, index) => sum + 1 / (groups[index]?.missing[column] ?? 0), 0),
        };
      }),
  );
  return gaps.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain || a.column - b.column || a.row - b.row);
}

const none = { isMember: () => false, missing: [0, 0, 0] };

describe('by hand', () => {
  // The third party shares one proposition with each of the others; of the fourth nothing is known.
  const matrix = matrixOf('2 2 2', '2 -2 .', '. 2 A', '. . .');

  test('a comparison that begins counts 1, one that rests on a proposition ½', () => {
    const { gaps, total } = greatestGaps(matrix, [], 10);
    expect(total).toBe(5);
    expect(gaps[0]).toEqual({ row: 3, column: 1, comparisons: 3, newComparisons: 3, groups: [], gain: 3 });
    expect(gaps.find(({ row, column }) => row === 2 && column === 0)).toMatchObject({ comparisons: 2, gain: 1 });
    expect(gaps.find(({ row, column }) => row === 1 && column === 2)).toMatchObject({ comparisons: 1, gain: 1 / 3 });
  });

  test('an absence is no gap', () => {
    const { gaps } = greatestGaps(matrix, [], 10);
    expect(gaps.some(({ row, column }) => row === 2 && column === 2)).toBe(false);
  });

  test('a group that needs two more counts ½, and only for its members', () => {
    const group = { isMember: (row: number) => row === 3, missing: [2, 0, 0] };
    const gain = (groups: readonly GroupNeeds[], row: number) =>
      greatestGaps(matrix, groups, 10).gaps.find((gap) => gap.row === row && gap.column === 0)?.gain;
    expect(gain([group], 3)).toBe((gain([none], 3) ?? 0) + 0.5);
    expect(gain([group], 2)).toBe(gain([none], 2));
  });

  test('where everything is known there is nothing to look for', () => {
    expect(greatestGaps(matrixOf('2 0', '-2 A'), [], 10)).toEqual({ gaps: [], total: 0 });
  });
});

const withGroups = matrices({ maxRows: 7 }).chain((matrix) =>
  fc.record({
    matrix: fc.constant(matrix),
    groups: fc.array(
      fc.record({
        members: fc.array(fc.boolean(), { minLength: matrix.rows, maxLength: matrix.rows }),
        missing: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: matrix.columns, maxLength: matrix.columns }),
      }),
      { maxLength: 3 },
    ),
    most: fc.integer({ min: 1, max: 12 }),
  }),
);

test('the greatest gaps are those of the plain reckoning, however few are kept', () => {
  fc.assert(
    fc.property(withGroups, ({ matrix, groups: drawn, most }) => {
      const groups = drawn.map(({ members, missing }) => ({
        isMember: (row: number) => members[row] === true,
        missing,
      }));
      const expected = plainly(matrix, groups);
      const found = greatestGaps(matrix, groups, most);
      expect(found.total).toBe(expected.length);
      expect(found.gaps).toEqual(expected.slice(0, most));
    }),
  );
});

test('what is gained by all gaps of a proposition is known when they are filled: nothing is left to gain there', () => {
  fc.assert(
    fc.property(matrices({ maxRows: 6 }), (matrix) => {
      const cells = matrix.cells.map((cell) => (cell === UNKNOWN ? 0 : cell));
      expect(greatestGaps({ ...matrix, cells }, [], 5)).toEqual({ gaps: [], total: 0 });
    }),
  );
});

test('a filled gap makes as many comparisons longer as it said', () => {
  fc.assert(
    fc.property(matrices({ minRows: 2, maxRows: 6 }), (matrix) => {
      const shared = ({ columns, ...rest }: StanceMatrix) =>
        indices(rest.rows).flatMap((a) =>
          indices(a).map(
            (b) =>
              indices(columns).filter(
                (column) =>
                  isHeld(cellAt({ columns, ...rest }, a, column)) && isHeld(cellAt({ columns, ...rest }, b, column)),
              ).length,
          ),
        );
      const [gap] = greatestGaps(matrix, [], 1).gaps;
      if (gap === undefined) return;
      const cells = matrix.cells.slice();
      cells[gap.row * matrix.columns + gap.column] = 2;
      const [before, after] = [shared(matrix), shared({ ...matrix, cells })];
      const grown = before.map((count, pair) => [count, (after[pair] ?? 0) - count] as const);
      expect(grown.filter(([, by]) => by === 1).length).toBe(gap.comparisons);
      expect(grown.filter(([count, by]) => by === 1 && count === 0).length).toBe(gap.newComparisons);
      expect(grown.every(([, by]) => by === 0 || by === 1)).toBe(true);
    }),
  );
});
