import { expect, test } from 'vitest';
import { keepAll } from '#agreement/in-force.ts';
import { matrixAt } from '#agreement/stance-matrix.ts';
import { type AbsenceRecord, absenceColumns, parties, type StanceRecord, stanceColumns } from './columns.ts';
import { matrixOf } from './matrices.ts';

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
