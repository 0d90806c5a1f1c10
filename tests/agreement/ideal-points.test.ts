import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dividedVotes, SILENT } from '#agreement/ideal/divided-votes.ts';
import { type IdealPoints, idealMethod, idealPointsOf } from '#agreement/ideal/ideal-points.ts';
import { maximise } from '#agreement/ideal/maximise.ts';
import {
  type Estimate,
  ordinalVotes,
  penalisedLikelihood,
  roomForDerivatives,
} from '#agreement/ideal/ordinal-probit.ts';
import { voteTerms } from '#agreement/ideal/vote-likelihood.ts';
import { isHeld, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { correlation, drawVotes, randomFrom } from './drawn-votes.ts';
import { cellAt, indices, matrices, matrixOf, rearranged } from './matrices.ts';

const usual = { minimumVoted: 0.3, fewestVoted: 1, minimumMinority: 0.025 };
const everything = { minimumVoted: 0, fewestVoted: 1, minimumMinority: 0 };
const estimate = (matrix: StanceMatrix, rule = usual, positive: number | null = 0) =>
  idealPointsOf(matrix, indices(matrix.rows), rule, positive);
const valuesOf = ({ points }: IdealPoints) => (points ?? []).map(({ value }) => value);

describe('an assembly that votes as the model says', () => {
  const { positions, matrix } = drawVotes(80, 60, 7);
  const found = estimate(matrix, usual, positions.indexOf(Math.max(...positions)));

  test('is put where it is', () => {
    expect(found.converged).toBe(true);
    expect(valuesOf(found).length).toBe(80);
    expect(correlation(valuesOf(found), positions)).toBeGreaterThan(0.97);
  });

  test('within the errors that the estimate says of itself', () => {
    // The truth on the scale of the values: mean 0, variance 1.
    const mean = positions.reduce((sum, x) => sum + x, 0) / positions.length;
    const spread = Math.sqrt(positions.reduce((sum, x) => sum + (x - mean) ** 2, 0) / positions.length);
    const within = (found.points ?? []).filter(
      ({ value, error }, i) => Math.abs(value - ((positions[i] as number) - mean) / spread) < 2 * error,
    );
    expect(within.length / positions.length).toBeGreaterThan(0.85);
    expect(within.length / positions.length).toBeLessThan(1);
  });

  test('a party that votes more often is known better', () => {
    const few = { ...matrix, cells: matrix.cells.slice() };
    for (let column = 0; column < 35; column++) few.cells[column] = 127;
    const [rare] = estimate(few).points ?? [];
    const [often] = found.points ?? [];
    expect(rare?.voted).toBeLessThan(often?.voted ?? 0);
    expect(rare?.error).toBeGreaterThan(1.2 * (often?.error ?? 0));
  });

  test('the values have mean 0 and variance 1', () => {
    const values = valuesOf(found);
    expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
    expect(values.reduce((sum, x) => sum + x * x, 0) / values.length).toBeCloseTo(1, 9);
  });

  test('two requests are one answer, to the last bit', () => {
    expect(estimate(matrix, usual, positions.indexOf(Math.max(...positions)))).toEqual(found);
  });

  test('the order of parties and propositions changes nothing', () => {
    const rows = indices(80).reverse();
    const columns = indices(60).reverse();
    const other = idealPointsOf(rearranged(matrix, rows, columns), rows, usual, null);
    const one = idealPointsOf(matrix, indices(80), usual, null);
    for (const [i, value] of valuesOf(one).entries()) expect(valuesOf(other)[i]).toBeCloseTo(value, 7);
    for (const [j, { discrimination, lower }] of one.cuts.entries()) {
      expect(other.cuts.at(-1 - j)?.discrimination).toBeCloseTo(discrimination, 7);
      expect(other.cuts.at(-1 - j)?.lower ?? 0).toBeCloseTo(lower ?? 0, 7);
    }
  });

  test('propositions that are turned round turn their cuts round, and no party', () => {
    const cells = matrix.cells.map((cell) => (isHeld(cell) ? -cell : cell));
    const turned = idealPointsOf({ ...matrix, cells }, indices(80), usual, null);
    const one = idealPointsOf(matrix, indices(80), usual, null);
    for (const [i, value] of valuesOf(one).entries()) expect(valuesOf(turned)[i]).toBeCloseTo(value, 7);
    for (const [j, { discrimination, lower, upper }] of one.cuts.entries()) {
      expect(turned.cuts[j]?.discrimination).toBeCloseTo(-discrimination, 7);
      if (lower !== null) expect(turned.cuts[j]?.upper ?? Number.NaN).toBeCloseTo(-lower, 7);
      if (upper !== null) expect(turned.cuts[j]?.lower ?? Number.NaN).toBeCloseTo(-upper, 7);
    }
  });

  test('the named party is positive, else the one farthest out', () => {
    const one = valuesOf(estimate(matrix, usual, 3));
    const farthest = valuesOf(estimate(matrix, usual, null));
    expect(one[3]).toBeGreaterThan(0);
    const most = farthest.reduce((found, value) => (Math.abs(value) > Math.abs(found) ? value : found), 0);
    expect(most).toBeGreaterThan(0);
  });
});

test('two camps and one between, by hand', () => {
  // Five against five on four votes; the eleventh votes with the first camp twice and with the second twice.
  const [left, right] = ['2 2 2 2', '-2 -2 -2 -2'];
  const found = estimate(matrixOf(...Array(5).fill(left), ...Array(5).fill(right), '2 2 -2 -2'));
  const values = valuesOf(found);
  expect(new Set(values.slice(0, 5).map((value) => value.toFixed(9))).size).toBe(1);
  expect(values[0]).toBeCloseTo(-(values[5] as number), 7);
  expect(values[10]).toBeCloseTo(0, 7);
  expect(values[0]).toBeCloseTo(Math.sqrt(11 / 10), 7); // ten at ±x and one at 0 have variance 10 x² / 11
  for (const { lower, upper, discrimination, support, neutral, oppose } of found.cuts) {
    expect(upper).toBe(lower);
    expect(discrimination).toBeGreaterThan(0);
    expect([support + oppose, neutral]).toEqual([11, 0]);
  }
});

test('who is left out: a party that seldom votes, and what divides too few', () => {
  const lines = [...Array(6).fill('2 2 2 0 2'), ...Array(5).fill('-2 -2 -2 0 2'), '. . 2 0 2', '-2 2 2 0 -2'];
  const matrix = matrixOf(...lines);
  const found = estimate(matrix, { minimumVoted: 0.5, fewestVoted: 1, minimumMinority: 0.1 });
  expect(found.votes.rows).toEqual([...indices(11), 12]);
  expect(found.votes.columns).toEqual([0, 1, 2]);
  expect(found.votes.silentRows).toEqual([{ row: 11, voted: 1 }]);
  expect(found.votes.undividedColumns).toEqual([
    { column: 3, minority: 0 },
    { column: 4, minority: 1 },
  ]);
});

test.each([
  ['nobody', matrixOf(), 'TOO_FEW_PARTIES'],
  ['two parties', matrixOf('2 -2', '-2 2'), 'TOO_FEW_PARTIES'],
  ['parties that all say the same', matrixOf('2 2', '2 2', '2 2'), 'TOO_FEW_PARTIES'],
  ['one vote of four, which the priors outweigh', matrixOf('2', '2', '-2', '-2'), 'NO_VARIATION'],
])('%s: no line', (_, matrix, reason) => {
  expect(idealPointsOf(matrix, indices(matrix.rows), usual, null)).toMatchObject({ points: null, cuts: [], reason });
});

describe('laws', () => {
  test('what is kept keeps the rule, what is left out would break it, and nothing is lost', () => {
    const rules = fc.record({
      minimumVoted: fc.constantFrom(0, 0.3, 0.5, 1),
      fewestVoted: fc.integer({ min: 1, max: 3 }),
      minimumMinority: fc.constantFrom(0, 0.1, 0.4),
    });
    fc.assert(
      fc.property(matrices({ minRows: 1, maxRows: 8 }), rules, (matrix, rule) => {
        const { rows, columns, sides, silentRows, undividedColumns } = dividedVotes(matrix, indices(matrix.rows), rule);
        expect([...rows, ...silentRows.map(({ row }) => row)].sort((a, b) => a - b)).toEqual(indices(matrix.rows));
        const all = [...columns, ...undividedColumns.map(({ column }) => column)];
        expect(all.sort((a, b) => a - b)).toEqual(indices(matrix.columns));
        const voted = (row: number) => columns.filter((column) => isHeld(cellAt(matrix, row, column))).length;
        const minority = (column: number) => {
          const held = rows.map((row) => cellAt(matrix, row, column)).filter(isHeld);
          const counts = [-1, 0, 1].map((side) => held.filter((cell) => Math.sign(cell) === side).length);
          return { of: held.length, not: held.length - Math.max(...counts) };
        };
        for (const row of rows)
          expect(voted(row)).toBeGreaterThanOrEqual(
            Math.max(rule.fewestVoted, rule.minimumVoted * columns.length - 1e-9),
          );
        for (const column of columns) {
          const { of, not } = minority(column);
          expect(not).toBeGreaterThanOrEqual(Math.max(1, rule.minimumMinority * of - 1e-9));
        }
        for (const { row, voted: said } of silentRows) expect(said).toBe(voted(row));
        for (const { column, minority: said } of undividedColumns) expect(said).toBe(minority(column).not);
        rows.forEach((row, i) => {
          columns.forEach((column, j) => {
            const cell = cellAt(matrix, row, column);
            expect(sides[i * columns.length + j]).toBe(isHeld(cell) ? Math.sign(cell) + 1 : SILENT);
          });
        });
      }),
    );
  });

  test('at the estimate no parameter can be moved for the better', () => {
    for (const seed of [1, 2, 3]) {
      const votes = dividedVotes(drawVotes(25, 20, seed).matrix, indices(25), everything);
      const { estimate: found, value, converged } = maximise(votes, ordinalVotes(votes), idealMethod);
      expect(converged).toBe(true);
      const at = roomForDerivatives(ordinalVotes(votes));
      expect(penalisedLikelihood(ordinalVotes(votes), found, idealMethod.priors, at)).toBeCloseTo(value, 9);
      for (const slope of [...at.gradient, ...at.itemGradient]) expect(Math.abs(slope)).toBeLessThan(1e-6);
    }
  });

  test('any matrix has an answer: finite numbers, or a reason', () => {
    fc.assert(
      fc.property(matrices({ minRows: 1, maxRows: 9, maxColumns: 9 }), (matrix) => {
        const found = estimate(matrix, everything, null);
        expect(found.reason === null).toBe(found.points !== null);
        for (const { value, error } of found.points ?? []) {
          expect(Number.isFinite(value)).toBe(true);
          expect(error).toBeGreaterThanOrEqual(0);
          expect(error).toBeLessThan(Number.POSITIVE_INFINITY);
        }
        for (const { lower, upper } of found.cuts)
          if (lower !== null && upper !== null) expect(upper).toBeGreaterThanOrEqual(lower);
      }),
    );
  });

  test('a party of which nothing is known changes nothing', () => {
    const { matrix } = drawVotes(20, 20, 5);
    const more = { rows: 21, columns: 20, cells: Int8Array.of(...matrix.cells, ...new Int8Array(20).fill(127)) };
    const { points, cuts } = estimate(more);
    expect({ points, cuts }).toEqual({ points: estimate(matrix).points, cuts: estimate(matrix).cuts });
  });
});

describe('the likelihood', () => {
  test('the terms are those of the normal distribution, by numerical integration', () => {
    const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const probability = (lower: number, upper: number) => {
      const [from, to] = [Math.max(lower, -12), Math.min(upper, 12)];
      const steps = 4_000; // Simpson's rule
      const width = (to - from) / steps;
      let sum = density(from) + density(to);
      for (let n = 1; n < steps; n++) sum += (n % 2 === 1 ? 4 : 2) * density(from + n * width);
      return (sum * width) / 3;
    };
    const bounds = [Number.NEGATIVE_INFINITY, -7.5, -3, -0.4, 0, 0.1, 2, 7.2, Number.POSITIVE_INFINITY];
    const terms = new Float64Array(3);
    for (const [n, lower] of bounds.entries()) {
      for (const upper of bounds.slice(n + 1)) {
        if (lower === bounds[0] && upper === bounds.at(-1)) continue;
        voteTerms(lower, upper, terms);
        const expected = probability(lower, upper);
        expect(Math.exp(terms[0] as number) / expected, `${lower} ${upper}`).toBeCloseTo(1, 7);
        expect((terms[1] as number) / (density(lower) / expected || 1)).toBeCloseTo(Number.isFinite(lower) ? 1 : 0, 6);
        expect((terms[2] as number) / (density(upper) / expected || 1)).toBeCloseTo(Number.isFinite(upper) ? 1 : 0, 6);
      }
    }
  });

  test('far out, where the probability itself is no number any more, they still are', () => {
    const terms = new Float64Array(3);
    voteTerms(50, Number.POSITIVE_INFINITY, terms);
    // log(1 - Φ(50)) = -1254.8313611394 (Mathematica); the hazard is close to 50 + 1/50.
    expect(terms[0]).toBeCloseTo(-1254.8313611394, 9);
    expect(terms[1]).toBeCloseTo(50.01998, 4);
    voteTerms(-60, -50, terms);
    expect(terms[0]).toBeCloseTo(-1254.8313611394, 9);
  });

  test('its derivatives are its differences', () => {
    const random = randomFrom(11);
    const votes = ordinalVotes(dividedVotes(drawVotes(9, 7, 3).matrix, indices(9), everything));
    const { parties, items, sides } = votes;
    const priors = { slope: 0.7, cut: 2 };
    const draw = (length: number) => Float64Array.from({ length }, () => 2 * random() - 1);
    const lowers = draw(items);
    const here: Estimate = {
      positions: draw(parties),
      slopes: draw(items),
      lowers,
      uppers: lowers.map((x) => x + 0.7),
    };
    const derivatives = (at: Estimate) => {
      const into = roomForDerivatives(votes);
      return { value: penalisedLikelihood(votes, at, priors, into), ...into };
    };
    const names = ['positions', 'slopes', 'lowers', 'uppers'] as const;
    const moved = (name: (typeof names)[number], index: number, by: number): Estimate => ({
      ...here,
      [name]: here[name].map((value, n) => (n === index ? value + by : value)),
    });
    const middle = derivatives(here);
    const step = 1e-5;
    for (const [parameter, name] of names.entries()) {
      for (let index = 0; index < (parameter === 0 ? parties : items); index++) {
        if (name === 'uppers' && sides[index] !== 3) continue;
        const [more, less] = [derivatives(moved(name, index, step)), derivatives(moved(name, index, -step))];
        const slope = (more.value - less.value) / (2 * step);
        const own = parameter === 0 ? middle.gradient[index] : middle.itemGradient[index * 3 + parameter - 1];
        expect(own, `${name} ${index}`).toBeCloseTo(slope, 5);
        // The curvature: differences of the gradient, with the sign turned.
        const bend = (of: (at: typeof more) => number | undefined) =>
          -(((of(more) as number) - (of(less) as number)) / (2 * step));
        if (parameter === 0) {
          expect(middle.curvature[index]).toBeCloseTo(
            bend(({ gradient }) => gradient[index]),
            4,
          );
          for (let j = 0; j < items; j++)
            for (const n of [0, 1, 2])
              expect(middle.cross[(j * 3 + n) * parties + index]).toBeCloseTo(
                bend(({ itemGradient }) => itemGradient[j * 3 + n]),
                4,
              );
        } else {
          const places = [[0], [1, 2], [3, 4, 5]][parameter - 1] as number[];
          for (const [n, place] of places.entries())
            expect(middle.itemCurvature[index * 6 + place]).toBeCloseTo(
              bend(({ itemGradient }) => itemGradient[index * 3 + n]),
              4,
            );
        }
      }
    }
  });
});
