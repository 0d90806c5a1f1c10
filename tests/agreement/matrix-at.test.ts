import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepAll } from '#agreement/in-force.ts';
import { selectColumns } from '#agreement/select-columns.ts';
import { columnOf, matrixAt } from '#agreement/stance-matrix.ts';
import { type AbsenceRecord, absenceColumns, parties, type StanceRecord, stanceColumns } from './columns.ts';
import { histories, points, revisions } from './histories.ts';
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
