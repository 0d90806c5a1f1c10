import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepAll } from '#agreement/in-force.ts';
import { matrixAt } from '#agreement/matrix-at.ts';
import { settledCellsOf } from '#agreement/settled-cells.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { cellAt, columnOf, rowOf, selectColumns } from '#agreement/stance-matrix.ts';
import { type AbsenceRecord, absenceColumns, known, parties, type StanceRecord, stanceColumns } from './columns.ts';
import { days, histories, points, revisions } from './histories.ts';
import { indices, matrices, matrixOf } from './matrices.ts';

function matrix(
  stances: readonly StanceRecord[],
  absences: readonly AbsenceRecord[],
  { day = 100, revision = 9, rows = [0, 1], propositions = [0, 1], keep = keepAll, keepAbsence = keepAll } = {},
) {
  const selection = { parties: parties(...rows), propositions, keep, keepAbsence };
  return matrixAt(stanceColumns(stances), absenceColumns(absences), selection, { day, revision }).matrix;
}

const stances = [
  { party: 0, position: 2, from: 10 },
  { party: 1, proposition: 1, position: -1, from: 10 },
];

test('shows positions by party and proposition in the orders asked for', () => {
  expect(matrix(stances, []).cells).toEqual(matrixOf('2 .', '. -1').cells);
  expect(matrix(stances, [], { rows: [1, 0], propositions: [1, 0] }).cells).toEqual(matrixOf('-1 .', '. 2').cells);
});

test('shows an absence where nothing is held, from its day on', () => {
  const absences = [{ party: 1, day: 20 }];
  expect(matrix(stances, absences, { day: 19 }).cells).toEqual(matrixOf('2 .', '. -1').cells);
  expect(matrix(stances, absences, { day: 20 }).cells).toEqual(matrixOf('2 .', 'A -1').cells);
});

test('shows a position rather than an absence', () => {
  expect(matrix(stances, [{ party: 0, day: 20 }]).cells).toEqual(matrixOf('2 .', '. -1').cells);
});

test('shows absences as known at the revision, and those that fit alone', () => {
  const absences = [{ party: 1, day: 20, addedIn: 2, retiredIn: 4 }];
  const seen = [1, 2, 3, 4].map((revision) => [...matrix(stances, absences, { revision }).cells]);
  const without = [...matrixOf('2 .', '. -1').cells];
  const shown = [...matrixOf('2 .', 'A -1').cells];
  expect(seen).toEqual([without, shown, shown, without]);
  expect([...matrix(stances, absences, { revision: 2, keepAbsence: () => false }).cells]).toEqual(without);
});

test('a matrix of thousands of cells shows what a small one does', () => {
  const rows = [2, 0, 1];
  const propositions = Array.from({ length: 1_500 }, (_, index) => index % 2);
  fc.assert(
    fc.property(histories, points, fc.nat(revisions), (history, point, sortedUpTo) => {
      const columns = stanceColumns(history, sortedUpTo);
      const absences = absenceColumns([{ party: 0, day: 3 }]);
      const shown = (which: readonly number[]) =>
        matrixAt(
          columns,
          absences,
          { parties: parties(...rows), propositions: which, keep: keepAll, keepAbsence: keepAll },
          point,
        );
      const [large, small] = [shown(propositions), shown([0, 1])];
      for (const column of [0, 1, 748, 749, 1_498, 1_499])
        expect(columnOf(large.matrix, column)).toEqual(columnOf(small.matrix, column % 2));
      expect(large.spoken).toEqual(indices(1_500).filter((column) => small.spoken.includes(column % 2)));
    }),
    { numRuns: 300 },
  );
});

const absenceRecords = fc.array(
  fc
    .record({
      party: fc.nat(2),
      proposition: fc.nat(2),
      day: fc.nat(days),
      addedIn: fc.integer({ min: 1, max: revisions }),
      stands: fc.option(fc.integer({ min: 1, max: revisions }), { nil: NEVER, freq: 3 }),
    })
    .map(({ stands, ...absence }) => ({ ...absence, retiredIn: stands === NEVER ? NEVER : absence.addedIn + stands })),
  { maxLength: 6 },
);

test('a matrix copied from settled cells is the one made from the stances, and so are the columns on which anybody speaks', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constant([0, 1, 2]),
      fc.nat(3).map((proposition) => [proposition]),
    ),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.tuple(histories, histories, histories),
      absenceRecords,
      fc.tuple(points, points),
      fc.nat(revisions),
      pieces,
      (drawn, absent, [point, other], sortedUpTo, parts) => {
        const history = drawn.flatMap((of, proposition) => of.map((one) => ({ ...one, proposition })));
        const [columns, absences] = [stanceColumns(history, sortedUpTo), absenceColumns(absent)];
        const some = parts.flat();
        const propositions = indices(Math.ceil(2_100 / some.length)).flatMap(() => some);
        const selection = { parties: parties(2, 0), propositions, keep: keepAll, keepAbsence: keepAll };
        const cells = settledCellsOf(columns, absences, known);
        // The same list of propositions at one point after another, and after nothing is settled any more.
        for (const at of [point, other, point])
          expect(matrixAt(columns, absences, selection, at, () => cells)).toEqual(
            matrixAt(columns, absences, selection, at),
          );
        const later = {
          ...columns,
          settled: { ...columns.settled, revision: columns.settled.revision.map(() => NEVER) },
        };
        expect(matrixAt(later, absences, selection, point, () => cells)).toEqual(
          matrixAt(later, absences, selection, point),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('long runs of settled propositions are copied as they are', () => {
  const many = 40;
  const everything = indices(many).flatMap((proposition) =>
    [0, 2].map((party) => ({ party, proposition, position: ((party + proposition) % 5) - 2, from: 3 })),
  );
  const [columns, absences] = [
    stanceColumns(everything, NEVER, many),
    absenceColumns([{ party: 1, proposition: 3, day: 4 }], many),
  ];
  // One proposition in the middle is corrected, so that it is never settled.
  columns.settled.revision[20] = NEVER;
  const propositions = indices(40).flatMap(() => indices(many));
  const selection = { parties: parties(1, 0, 2), propositions, keep: keepAll, keepAbsence: keepAll };
  const point = { day: 9, revision: 1 };
  const settled = () => settledCellsOf(columns, absences, known);
  expect(matrixAt(columns, absences, selection, point, settled)).toEqual(matrixAt(columns, absences, selection, point));
});

describe('a large matrix of settled propositions that follow one another', () => {
  const many = 1_401;
  const selection = { parties: parties(2, 0, 1), propositions: indices(many), keep: keepAll, keepAbsence: keepAll };
  const absences = absenceColumns([{ party: 1, proposition: 3, day: 4 }], many);
  const told = (drawn: readonly (readonly StanceRecord[])[]) => {
    const of = (proposition: number) => drawn[proposition % drawn.length] ?? [];
    const everything = indices(many).flatMap((proposition) => of(proposition).map((one) => ({ ...one, proposition })));
    const columns = stanceColumns(everything, NEVER, many);
    const point = { day: days, revision: revisions };
    const settled = settledCellsOf(columns, absences, known);
    return {
      settled,
      elsewhere: matrixAt(columns, absences, selection, point, () => settled),
      own: matrixAt(columns, absences, selection, point),
    };
  };
  const stand = (one: StanceRecord) => one.retiredIn === NEVER && one.until === NEVER;

  test('has the cells, rows and columns of the one made from the stances', () => {
    const draws = fc.tuple(histories, histories, histories).map((drawn) => drawn.map((of) => of.filter(stand)));
    fc.assert(
      fc.property(draws, (drawn) => {
        const { elsewhere, own } = told(drawn);
        const [{ matrix }, { matrix: other }] = [elsewhere, own];
        expect([matrix.rows, matrix.columns, elsewhere.spoken]).toEqual([other.rows, other.columns, own.spoken]);
        for (const row of indices(3)) expect(rowOf(matrix, row)).toEqual(rowOf(other, row));
        for (const column of [0, 3, 700, many - 1]) {
          expect(columnOf(matrix, column)).toEqual(columnOf(other, column));
          expect(cellAt(matrix, 1, column)).toBe(cellAt(other, 1, column));
        }
        expect(matrix.cells).toEqual(other.cells);
      }),
      { numRuns: 30 },
    );
  });

  test('is read where it stands until all its cells are asked for, which are its own', () => {
    const { settled, elsewhere } = told([[{ party: 0, position: 2, from: 1 }], []]);
    const { matrix } = elsewhere;
    expect(rowOf(matrix, 1).buffer).toBe(settled.cells.buffer);
    matrix.cells[matrix.columns] = -1;
    expect([rowOf(matrix, 1)[0], columnOf(matrix, 0)[1], cellAt(matrix, 1, 0)]).toEqual([-1, -1, -1]);
    expect(settled.cells[0]).toBe(2);
  });
});

test('some columns of a matrix are those columns, whether they stand side by side or not', () => {
  const chosenOf = (columns: number) =>
    fc.oneof(
      fc.subarray(indices(columns)),
      fc.tuple(fc.nat(columns), fc.nat(columns)).map(([from, to]) => indices(columns).slice(from, to)),
    );
  fc.assert(
    fc.property(
      matrices({ maxColumns: 40 }).chain((matrix) => fc.tuple(fc.constant(matrix), chosenOf(matrix.columns))),
      ([matrix, chosen]) => {
        const selected = selectColumns(matrix, chosen);
        expect([selected.rows, selected.columns]).toEqual([matrix.rows, chosen.length]);
        for (const [index, column] of chosen.entries())
          expect(columnOf(selected, index)).toEqual(columnOf(matrix, column));
      },
    ),
  );
});
