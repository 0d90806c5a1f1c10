import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Derivation, derivationRules, derivedCell, isDissent, meanAt } from '#agreement/derivation.ts';
import { allRows, countsAt, isSpokenOn, type MemberSpan, tallyMembers } from '#agreement/member-tally.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { ABSENT, isHeld, MEAN_ONLY, SPLIT, type StanceMatrix, UNKNOWN, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf, rearranged, withOrder } from './matrices.ts';

const majority: Derivation = { rule: 'MAJORITY', minimumCoverage: 0.5 };

const rules = fc.constantFrom(...(Object.keys(derivationRules) as Derivation['rule'][]));
const derivations = fc.record({ rule: rules, minimumCoverage: fc.double({ min: 0, max: 1, noNaN: true }) });

const someDay = (matrix: StanceMatrix) => new Int32Array(matrix.columns);

/** What all rows of a matrix, as one bloc, make of each column. */
function derived(matrix: StanceMatrix, derivation = majority): number[] {
  const tally = tallyMembers(matrix, allRows(matrix), someDay(matrix));
  return indices(matrix.columns).map((column) => derivedCell(tally, column, derivation));
}

/** The same from the words of the documentation, one member after another. */
function derivedByWords(cells: readonly number[], { rule, minimumCoverage }: Derivation): number {
  const held = cells.filter(isHeld);
  if (held.length === 0 || held.length / cells.length < minimumCoverage) return UNKNOWN;
  if (rule === 'MEAN') return MEAN_ONLY;
  if (held.every((cell) => cell === 0)) return 0;
  for (const side of [1, -1]) {
    const on = held.filter((cell) => Math.sign(cell) === side);
    const enough = rule === 'UNANIMOUS' ? on.length === held.length : on.length * 2 > held.length;
    if (!enough) continue;
    const full = on.filter((cell) => Math.abs(cell) === 2);
    return full.length * 2 > on.length ? 2 * side : side;
  }
  return SPLIT;
}

describe('the position of a bloc', () => {
  test('follows from its members as the words of the rule say', () => {
    fc.assert(
      fc.property(matrices({ maxRows: 7 }), derivations, (matrix, derivation) => {
        const byWords = indices(matrix.columns).map((column) =>
          derivedByWords(
            indices(matrix.rows).map((row) => cellAt(matrix, row, column)),
            derivation,
          ),
        );
        expect(derived(matrix, derivation)).toEqual(byWords);
      }),
    );
  });

  test('of one member is that of the member', () => {
    fc.assert(
      fc.property(matrices({ maxRows: 1 }), fc.constantFrom('MAJORITY', 'UNANIMOUS'), (matrix, rule) => {
        const expected = Array.from(matrix.cells, (cell) => (cell === ABSENT ? UNKNOWN : cell));
        expect(derived(matrix, { rule, minimumCoverage: 0.5 })).toEqual(expected);
      }),
    );
  });

  test('of members that all hold the same is that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -2, max: 2 }),
        fc.constantFrom('MAJORITY', 'UNANIMOUS'),
        (members, cell, rule) => {
          const matrix = { rows: members, columns: 1, cells: new Int8Array(members).fill(cell) };
          expect(derived(matrix, { rule, minimumCoverage: 1 })).toEqual([cell]);
        },
      ),
    );
  });

  test('does not depend on the order of members or propositions', () => {
    fc.assert(
      fc.property(withOrder(matrices()), derivations, ({ matrix, rows, columns }, derivation) => {
        const inOrder = derived(matrix, derivation);
        expect(derived(rearranged(matrix, rows, columns), derivation)).toEqual(
          columns.map((column) => inOrder[column]),
        );
      }),
    );
  });

  test('turns around with all of its members', () => {
    fc.assert(
      fc.property(matrices(), derivations, (matrix, derivation) => {
        const turned = { ...matrix, cells: matrix.cells.map((cell) => (isHeld(cell) ? -cell : cell)) };
        expect(derived(turned, derivation)).toEqual(
          derived(matrix, derivation).map((cell) => (isHeld(cell) ? 0 - cell : cell)),
        );
      }),
    );
  });

  test('is known at every lower coverage, too, and is the same', () => {
    fc.assert(
      fc.property(matrices(), derivations, fc.double({ min: 0, max: 1, noNaN: true }), (matrix, derivation, share) => {
        const lower = derived(matrix, { ...derivation, minimumCoverage: derivation.minimumCoverage * share });
        derived(matrix, derivation).forEach((cell, column) => {
          if (cell !== UNKNOWN) expect(lower[column]).toBe(cell);
        });
      }),
    );
  });
});

describe('by hand', () => {
  const of = (cells: string, derivation = majority) => derived(matrixOf(...cells.split(' ')), derivation)[0];
  const unanimous: Derivation = { rule: 'UNANIMOUS', minimumCoverage: 0.5 };

  test('a majority of those that hold a position decides, not of all members', () => {
    expect(of('2 2 -2 . .')).toBe(2);
  });

  test('a tie, and a side that neutral members keep from a majority, are split', () => {
    expect(of('2 2 -2 -2')).toBe(SPLIT);
    expect(of('2 2 -2 0')).toBe(SPLIT);
    expect(of('0 0 0 2')).toBe(SPLIT);
  });

  test('neutral members make a neutral bloc when there are no others', () => {
    expect(of('0 0 . A')).toBe(0);
  });

  test('leaning members make a leaning bloc, as many of each as well', () => {
    expect(of('1 1 2')).toBe(1);
    expect(of('1 2')).toBe(1);
    expect(of('-1 -2 -2')).toBe(-2);
  });

  test('one that differs ends unanimity, one that is absent does not', () => {
    expect(of('2 2 2 0', unanimous)).toBe(SPLIT);
    expect(of('2 2 1 A', unanimous)).toBe(2);
  });

  test('three of thirty-two are no position', () => {
    expect(of(['2', '2', '2', ...Array(29).fill('.')].join(' '))).toBe(UNKNOWN);
    expect(of('2 2 . .')).toBe(2);
    expect(of('2 . .')).toBe(UNKNOWN);
  });

  test('a coverage that is exactly reached is enough', () => {
    const hundred = [...Array(7).fill('2'), ...Array(93).fill('.')].join(' ');
    expect(of(hundred, { rule: 'MAJORITY', minimumCoverage: 0.07 })).toBe(2);
  });

  test('nobody makes no position, whatever the coverage', () => {
    expect(of('. A', { rule: 'MAJORITY', minimumCoverage: 0 })).toBe(UNKNOWN);
  });

  test('a mean is exact, and no position', () => {
    const matrix = matrixOf('2', '1', '-2', 'A');
    const tally = tallyMembers(matrix, allRows(matrix), someDay(matrix));
    expect(derivedCell(tally, 0, { rule: 'MEAN', minimumCoverage: 0.5 })).toBe(MEAN_ONLY);
    expect(meanAt(tally, 0)).toBe(1 / 6);
    expect(isHeld(MEAN_ONLY) || isHeld(SPLIT)).toBe(false);
  });
});

const spans: fc.Arbitrary<Omit<MemberSpan, 'row'>> = fc
  .record({ from: fc.nat(10), lasts: fc.option(fc.integer({ min: 1, max: 10 }), { nil: NEVER }) })
  .map(({ from, lasts }) => ({ from, until: lasts === NEVER ? NEVER : from + lasts }));

test('only the members of the day count, and the counts add up', () => {
  const drawn = fc.oneof(matrices({ maxRows: 5, maxColumns: 6 }), matrices({ maxRows: 40 })).chain((matrix) =>
    fc.record({
      matrix: fc.infiniteStream(fc.nat(9)).map((dice) => ({
        ...matrix,
        cells: matrix.cells.map((cell) => (isHeld(cell) && dice.next().value === 0 ? WEIGHTLESS : cell)),
      })),
      spans: fc.array(fc.option(spans), { minLength: matrix.rows, maxLength: matrix.rows }),
      days: fc.array(fc.nat(20), { minLength: matrix.columns, maxLength: matrix.columns }),
    }),
  );
  fc.assert(
    fc.property(drawn, ({ matrix, spans, days }) => {
      const members = spans.flatMap((span, row) => (span === null ? [] : [{ row, ...span }]));
      const tally = tallyMembers(matrix, members, Int32Array.from(days));
      for (const [column, day] of days.entries()) {
        const cells = members
          .filter(({ from, until }) => from <= day && day < until)
          .map(({ row }) => cellAt(matrix, row, column));
        const counts = countsAt(tally, column);
        expect(counts).toEqual({
          members: cells.length,
          spoke: cells.filter(isHeld).length,
          support: cells.filter((cell) => isHeld(cell) && cell > 0).length,
          neutral: cells.filter((cell) => cell === 0).length,
          oppose: cells.filter((cell) => cell < 0).length,
          absent: cells.filter((cell) => cell === ABSENT).length,
          weightless: cells.filter((cell) => cell === WEIGHTLESS).length,
        });
        expect(counts.support + counts.neutral + counts.oppose).toBe(counts.spoke);
        expect(isSpokenOn(tally, column)).toBe(counts.spoke + counts.absent + counts.weightless > 0);
      }
    }),
  );
});

test('a member dissents on another side, or neutral, and only from a position', () => {
  expect([2, 1, 0, -1, ABSENT, UNKNOWN].map((cell) => isDissent(cell, 2))).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
  ]);
  expect([2, 0].map((cell) => isDissent(cell, SPLIT))).toEqual([false, false]);
});
