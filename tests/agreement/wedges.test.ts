import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { notOn, type Wedge, type WedgeRule, wedgesOf } from '#agreement/ground/wedges.ts';
import { verdictOf } from '#agreement/position.ts';
import { columnOf, isHeld, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf } from './matrices.ts';

const rules: fc.Arbitrary<WedgeRule> = fc.record({
  shareOf: fc.constantFrom('ALL', 'HOLDERS'),
  minimumHolders: fc.integer({ min: 1, max: 2 }),
});

/** A matrix and two sets of its rows. */
const parted = matrices({ minRows: 2, maxRows: 6 }).chain((matrix) =>
  fc.integer({ min: 1, max: matrix.rows - 1 }).map((size) => ({
    matrix,
    left: indices(matrix.rows).slice(0, size),
    right: indices(matrix.rows).slice(size),
  })),
);

/** The greater of the two smaller shares, by the definition. */
function plainValue(matrix: StanceMatrix, column: number, left: number[], right: number[], rule: WedgeRule) {
  const held = (rows: number[]) => rows.map((row) => cellAt(matrix, row, column)).filter(isHeld);
  const share = (rows: number[], sign: number) =>
    held(rows).filter((cell) => Math.sign(cell) === sign).length /
    (rule.shareOf === 'ALL' ? rows.length : held(rows).length);
  if (held(left).length < rule.minimumHolders || held(right).length < rule.minimumHolders) return 0;
  return Math.max(Math.min(share(left, 1), share(right, -1)), Math.min(share(left, -1), share(right, 1)));
}

test('the value of a wedge is what its definition says, and what is no wedge does not part the sets', () => {
  fc.assert(
    fc.property(parted, rules, ({ matrix, left, right }, rule) => {
      const found = new Map(wedgesOf(matrix, left, right, rule).map((wedge) => [wedge.column, wedge]));
      for (const column of indices(matrix.columns)) {
        const wedge = found.get(column);
        const expected = plainValue(matrix, column, left, right, rule);
        if (wedge !== undefined) expect(wedge.value).toBe(expected);
        else if (expected > 0) {
          // Both sets stand alike: as many of each on the one side as on the other, or crosswise.
          const [one] = wedgesOf(matrix, right, left, rule).filter((other) => other.column === column);
          expect(one).toBeUndefined();
        }
      }
    }),
  );
});

test('what parts left from right parts right from left', () => {
  fc.assert(
    fc.property(parted, rules, ({ matrix, left, right }, rule) => {
      const turned = ({ left, right, leftSide, rightSide, ...rest }: Wedge): Wedge => ({
        ...rest,
        left: right,
        right: left,
        leftSide: rightSide,
        rightSide: leftSide,
      });
      expect(wedgesOf(matrix, right, left, rule).map(turned)).toEqual(wedgesOf(matrix, left, right, rule));
    }),
  );
});

test('two parties are parted by what they are divided on, completely', () => {
  fc.assert(
    fc.property(matrices({ minRows: 2, maxRows: 2 }), (matrix) => {
      const divided = indices(matrix.columns).filter(
        (column) => verdictOf(columnOf(matrix, column)).verdict === 'DIVIDED',
      );
      const wedges = wedgesOf(matrix, [0], [1], { shareOf: 'ALL', minimumHolders: 1 });
      expect(wedges.map(({ column, value }) => [column, value])).toEqual(divided.map((column) => [column, 1]));
    }),
  );
});

test('when those who are not on a side join it, all who hold a position agree', () => {
  fc.assert(
    fc.property(matrices({ minRows: 2 }), fc.constantFrom('SUPPORT', 'OPPOSE'), (matrix, side) => {
      for (const column of indices(matrix.columns)) {
        const cells = columnOf(matrix, column);
        const rows = indices(matrix.rows);
        const before = cells.filter(isHeld).length;
        const changed = notOn(side, cells, rows);
        for (const row of changed) cells[row] = side === 'SUPPORT' ? 2 : -2;
        expect(verdictOf(cells)).toEqual(before < 2 ? { verdict: 'UNKNOWN', side: null } : { verdict: 'AGREE', side });
      }
    }),
  );
});

test('worked by hand: three against two, with a defector and a silent party', () => {
  // Left: 2 of 3 for; right: 1 of 2 against, the other silent. Of all: min(2/3, 1/2); of those who speak: min(2/3, 1).
  const matrix = matrixOf('2', '1', '-1', '-2', '.');
  const wedge = (shareOf: 'ALL' | 'HOLDERS') => wedgesOf(matrix, [0, 1, 2], [3, 4], { shareOf, minimumHolders: 1 })[0];
  expect(wedge('ALL')).toMatchObject({ value: 1 / 2, leftSide: 'SUPPORT', rightSide: 'OPPOSE' });
  expect(wedge('HOLDERS')).toMatchObject({
    value: 2 / 3,
    left: { support: 2, oppose: 1 },
    right: { oppose: 1, unknown: 1 },
  });
});

test('two sets that are split alike are not parted', () => {
  expect(wedgesOf(matrixOf('2', '-2', '2', '-2'), [0, 1], [2, 3], { shareOf: 'ALL', minimumHolders: 1 })).toEqual([]);
});
