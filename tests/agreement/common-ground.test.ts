import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonGroundOf, type Ground, type GroundRule } from '#agreement/ground/common-ground.ts';
import { groupConsensusOf } from '#agreement/ground/group-consensus.ts';
import { standingAt, tallyOf } from '#agreement/ground/tally.ts';
import {
  ABSENT,
  isHeld,
  LEFT_OUT,
  MEAN_ONLY,
  SPLIT,
  type StanceMatrix,
  UNKNOWN,
  WEIGHTLESS,
} from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf, rearranged, withOrder } from './matrices.ts';

/** Every proposition that is looked at. */
function groundsOf(...asked: Parameters<typeof commonGroundOf>): Ground[] {
  const grounds = commonGroundOf(...asked);
  return indices(grounds.length).map((index) => grounds.at(index));
}

const rules: fc.Arbitrary<GroundRule> = fc.record({
  quorum: fc.double({ min: 0, max: 1, noNaN: true }),
  shareOf: fc.constantFrom('ALL', 'HOLDERS'),
  minimumHolders: fc.integer({ min: 1, max: 3 }),
});

/** Some cells are left out by a policy. */
const policied = fc.oneof(matrices(), matrices({ minRows: 60, maxRows: 140, maxColumns: 3 })).chain((matrix) =>
  fc.array(fc.boolean(), { minLength: matrix.cells.length, maxLength: matrix.cells.length }).map((out) => ({
    ...matrix,
    cells: matrix.cells.map((cell, index) => (isHeld(cell) && out[index] ? LEFT_OUT : cell)),
  })),
);

const heldIn = (matrix: StanceMatrix, column: number, rows = indices(matrix.rows)) =>
  rows.map((row) => cellAt(matrix, row, column)).filter(isHeld);

/** The same, said once more and as plainly as possible. */
function plainly(matrix: StanceMatrix, { quorum, shareOf, minimumHolders }: GroundRule) {
  return indices(matrix.columns).flatMap((column) => {
    const held = heldIn(matrix, column);
    if (held.length < minimumHolders) return [];
    const [support, oppose] = [held.filter((cell) => cell > 0).length, held.filter((cell) => cell < 0).length];
    const share = Math.max(support, oppose) / (shareOf === 'ALL' ? matrix.rows : held.length);
    const side = support > oppose ? 'SUPPORT' : oppose > support ? 'OPPOSE' : null;
    return [{ column, side, share, passes: side !== null && share >= quorum - 1e-9 }];
  });
}

test('common ground is what a plain count gives', () => {
  fc.assert(
    fc.property(policied, rules, (matrix, rule) => {
      const found = groundsOf(matrix, rule).map(({ column, side, shareOfAll, shareOfHolders, passes }) => ({
        column,
        side,
        share: rule.shareOf === 'ALL' ? shareOfAll : shareOfHolders,
        passes,
      }));
      expect(found).toEqual(plainly(matrix, rule));
    }),
  );
});

test('what is known of all propositions at once is what is said of each', () => {
  fc.assert(
    fc.property(policied, rules, (matrix, rule) => {
      const { columns, shares, passes, length } = commonGroundOf(matrix, rule);
      const each = groundsOf(matrix, rule);
      expect(length).toBe(each.length);
      expect([...columns]).toEqual(each.map(({ column }) => column));
      expect([...passes]).toEqual(each.map((ground) => Number(ground.passes)));
      const share = rule.shareOf === 'ALL' ? 'shareOfAll' : 'shareOfHolders';
      expect([...shares]).toEqual(each.map((ground) => ground[share]));
    }),
  );
});

test('every party is counted once', () => {
  fc.assert(
    fc.property(policied, (matrix) => {
      for (const { standing } of groundsOf(matrix, { quorum: 0.5, shareOf: 'ALL', minimumHolders: 1 }))
        expect(Object.values(standing).reduce((sum, count) => sum + count)).toBe(matrix.rows);
    }),
  );
});

test('a higher quorum or more holders never add common ground', () => {
  fc.assert(
    fc.property(policied, rules, rules, (matrix, one, other) => {
      const passing = (rule: GroundRule) =>
        groundsOf(matrix, rule).flatMap(({ column, passes }) => (passes ? [column] : []));
      const stricter = {
        ...one,
        quorum: Math.max(one.quorum, other.quorum),
        minimumHolders: Math.max(one.minimumHolders, other.minimumHolders),
      };
      expect(passing(one)).toEqual(expect.arrayContaining(passing(stricter)));
    }),
  );
});

test('what a quorum of all parties passes, the same quorum of those who hold a position passes too', () => {
  fc.assert(
    fc.property(policied, rules, (matrix, rule) => {
      const ofHolders = groundsOf(matrix, { ...rule, shareOf: 'HOLDERS' });
      for (const [index, { passes }] of groundsOf(matrix, { ...rule, shareOf: 'ALL' }).entries())
        if (passes) expect(ofHolders[index]?.passes).toBe(true);
    }),
  );
});

test('the order of the parties does not matter', () => {
  fc.assert(
    fc.property(withOrder(matrices()), rules, ({ matrix, rows }, rule) => {
      const groups = [rows.slice(0, 2), rows.slice(2)];
      const moved = groups.map((group) => group.map((row) => rows.indexOf(row)));
      const shuffled = rearranged(matrix, rows, indices(matrix.columns));
      expect(groundsOf(shuffled, rule, moved)).toEqual(groundsOf(matrix, rule, groups));
    }),
  );
});

test('two of three is a quorum of two thirds, however that is rounded', () => {
  const twoOfThree = matrixOf('2', '1', '-2');
  for (const quorum of [0.6666, 2 / 3, 0.6666666667])
    expect(groundsOf(twoOfThree, { quorum, shareOf: 'ALL', minimumHolders: 2 })[0]?.passes).toBe(true);
  expect(groundsOf(twoOfThree, { quorum: 0.67, shareOf: 'ALL', minimumHolders: 2 })[0]?.passes).toBe(false);
});

describe('the consensus of groups', () => {
  const rule = { quorum: 0.5, shareOf: 'ALL', minimumHolders: 1 } as const;

  test('is worked by hand: 3 of 3, and 1 of 2 with one neutral', () => {
    // For: (3+1)/(3+2) · (1+1)/(2+2) = .4. Against: (0+1)/5 · (0+1)/4 = .05.
    const [found] = groundsOf(matrixOf('2', '2', '1', '2', '0', '.'), rule, [
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(found?.groups?.support).toBeCloseTo(0.4, 12);
    expect(found?.groups?.oppose).toBeCloseTo(0.05, 12);
  });

  // What Polis itself computed for a conversation of eleven participants in two groups: by statement, those who agree and those who saw it, in each group.
  // Source: a record of its math worker, printed in the notes of zkorum on Polis.
  test.each([
    ['5', [1, 2], [0, 1], 0.16666666666666666],
    ['6', [0, 2], [0, 0], 0.125],
    ['7', [2, 5], [1, 2], 0.21428571428571427],
    ['8', [1, 2], [0, 0], 0.25],
    ['9', [1, 3], [3, 3], 0.32000000000000006],
    ['10', [2, 3], [0, 0], 0.30000000000000004],
    ['13', [3, 4], [1, 3], 0.26666666666666666],
  ] as const)('of statement %s is what Polis computed', (_statement, first, second, expected) => {
    const standings = [first, second].map(([agree, saw]) => ({
      ...{ support: agree, oppose: 0, neutral: saw - agree },
      ...{ leftOut: 0, absent: 0, unknown: 0 },
    }));
    expect(groupConsensusOf(standings).support).toBeCloseTo(expected, 12);
  });

  test('a majority cannot outvote a small group', () => {
    // Nine of ten for it, or six of ten: but in the second case some of both groups.
    const all = matrixOf(...[...Array(9).fill('2 2'), '-2 2'].map((line, row) => (row > 4 && row < 9 ? '2 -2' : line)));
    const [outvoted, shared] = groundsOf(all, rule, [[0, 1, 2, 3, 4, 5, 6, 7, 8], [9]]);
    expect(outvoted?.shareOfAll).toBeGreaterThan(shared?.shareOfAll ?? 1);
    expect(outvoted?.groups?.support).toBeLessThan(shared?.groups?.support ?? 0);
  });

  test('is a product that does not depend on the order of the groups, and a silent group halves it', () => {
    fc.assert(
      fc.property(matrices({ minRows: 3 }), (matrix) => {
        const of = (groups: number[][]) => groundsOf(matrix, { ...rule, minimumHolders: 0 }, groups);
        const [one, two] = [of([[0], [1, 2]]), of([[1, 2], [0]])];
        expect(one.map(({ groups }) => groups?.support)).toEqual(two.map(({ groups }) => groups?.support));
        const halves = one.map(({ groups }) => (groups?.support ?? Number.NaN) / 2);
        for (const [index, { groups }] of of([[0], [1, 2], []]).entries())
          expect(groups?.support).toBeCloseTo(halves[index] as number, 12);
      }),
    );
  });
});

test('a tally counts every kind of cell on every proposition, of all the parties or some', () => {
  const kinds = [-2, -1, 0, 1, 2, ABSENT, UNKNOWN, LEFT_OUT, SPLIT, MEAN_ONLY, WEIGHTLESS];
  const shapes = fc.record({ rows: fc.integer({ min: 1, max: 5 }), times: fc.integer({ min: 1, max: 70 }) });
  const wide = shapes.chain(({ rows, times }) =>
    fc.integer({ min: 1, max: 11 }).chain((columns) =>
      fc
        .array(fc.constantFrom(...kinds), { minLength: rows * columns, maxLength: rows * columns })
        // Some parties many times, so that there are hundreds.
        .map((cells) => ({ rows: rows * times, columns, cells: Int8Array.from(indices(times).flatMap(() => cells)) })),
    ),
  );
  fc.assert(
    fc.property(
      wide.chain((matrix) =>
        fc.tuple(fc.constant(matrix), fc.option(fc.subarray(indices(matrix.rows)), { nil: undefined })),
      ),
      ([matrix, some]) => {
        const tally = tallyOf(matrix, some);
        for (const column of indices(matrix.columns)) {
          const cells = (some ?? indices(matrix.rows)).map((row) => cellAt(matrix, row, column));
          const number = (is: (cell: number) => boolean) => cells.filter(is).length;
          expect(standingAt(tally, column)).toEqual({
            support: number((cell) => cell === 1 || cell === 2),
            oppose: number((cell) => cell < 0),
            neutral: number((cell) => cell === 0),
            leftOut: number((cell) => cell === LEFT_OUT || cell === WEIGHTLESS),
            absent: number((cell) => cell === ABSENT),
            unknown: number((cell) => cell === UNKNOWN || cell === SPLIT || cell === MEAN_ONLY),
          });
        }
      },
    ),
  );
});
