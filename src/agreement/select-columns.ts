import { rowOf, type StanceMatrix } from './stance-matrix.ts';

/** Columns that stand side by side, on average, from which on they are copied together. */
const worthRuns = 8;

/** The matrix with some of its columns, in the order given. */
export function selectColumns(matrix: StanceMatrix, chosen: readonly number[]): StanceMatrix {
  if (chosen.length === matrix.columns) return matrix;
  const selected = { rows: matrix.rows, columns: chosen.length, cells: new Int8Array(matrix.rows * chosen.length) };
  const starts = runsOf(chosen);
  if (starts.length * worthRuns <= chosen.length) copyRuns(matrix, chosen, starts, selected);
  else copyColumns(matrix, chosen, selected);
  return selected;
}

/** The indexes at which columns begin that stand side by side. */
function runsOf(chosen: readonly number[]): number[] {
  const starts: number[] = [];
  for (let index = 0; index < chosen.length; index++)
    if (index === 0 || chosen[index] !== (chosen[index - 1] as number) + 1) starts.push(index);
  return starts;
}

function copyRuns(from: StanceMatrix, chosen: readonly number[], starts: readonly number[], to: StanceMatrix): void {
  const runs = starts.map((start, run) => {
    const first = chosen[start] as number;
    return { start, first, end: first + (starts[run + 1] ?? chosen.length) - start };
  });
  for (let row = 0; row < from.rows; row++) {
    const cells = rowOf(from, row);
    for (const { start, first, end } of runs) to.cells.set(cells.subarray(first, end), row * to.columns + start);
  }
}

function copyColumns(from: StanceMatrix, chosen: readonly number[], to: StanceMatrix): void {
  for (let row = 0; row < from.rows; row++) {
    const cells = rowOf(from, row);
    for (let index = 0; index < chosen.length; index++)
      to.cells[row * to.columns + index] = cells[chosen[index] as number] as number;
  }
}
