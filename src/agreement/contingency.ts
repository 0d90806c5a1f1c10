import { levels } from './position.ts';
import { ABSENT, isHeld, rowOf, type StanceMatrix } from './stance-matrix.ts';

/** How often one party held level i while the other held level j: `counts[i * levels + j]`, summing to `total`. */
export interface ContingencyTable<Counts extends ArrayLike<number> = ArrayLike<number>> {
  readonly levels: number;
  readonly counts: Counts;
  readonly total: number;
  /** How often one was recorded as absent while the other held a position. 0 where absences were not counted. */
  readonly absences: number;
}

/** A table of nothing, whose counts can be written. */
export const emptyTable = (): ContingencyTable<Uint32Array> => ({
  levels,
  counts: new Uint32Array(levels * levels),
  total: 0,
  absences: 0,
});

/** Stands for a recorded absence where levels of positions are expected. */
export const absentLevel = levels;

/** Is given two rows, `a` at most `b`, and their table, which is written over after the visit. */
export type VisitPair = (a: number, b: number, table: ContingencyTable) => void;

/** How far apart two levels are; 0 = the same. */
export type Distance = (i: number, j: number) => number;

/** d = |Δ|/2 on the possible scale of positions: 0 (the same) to 1 (support against oppose). */
export const positionDistance: Distance = (i, j) => Math.abs(i - j) / (levels - 1);

/** d²: the weights of the quadratic forms. */
export const squaredDistance: Distance = (i, j) => positionDistance(i, j) ** 2;

/** 0 for the same level, 1 for any other. */
export const nominalDistance: Distance = (i, j) => (i === j ? 0 : 1);

/**
 * The table of two parties over the columns on which both hold a position. With `counts`, 25 numbers that the next table may be written over, it takes no
 * memory.
 */
export function tabulate(
  a: Int8Array,
  b: Int8Array,
  counts = new Uint32Array(levels * levels),
): ContingencyTable<Uint32Array> {
  counts.fill(0);
  let total = 0;
  let absences = 0;
  for (let column = 0; column < a.length; column++) {
    const x = a[column] as number;
    const y = b[column] as number;
    if (!isHeld(x) || !isHeld(y)) {
      if (isOneAbsent(x, y)) absences++;
      continue;
    }
    const cell = (x + 2) * levels + (y + 2);
    counts[cell] = (counts[cell] as number) + 1;
    total++;
  }
  return { levels, counts, total, absences };
}

/** The table of two rows of a matrix. */
export const tabulateRows = (matrix: StanceMatrix, a: number, b: number): ContingencyTable =>
  tabulate(rowOf(matrix, a), rowOf(matrix, b));

/** The tables of two rows over groups of columns, in one pass: `groupOf` is by column the index of its group, below 0 for a column that is in none. */
export function tabulateGroups(
  matrix: StanceMatrix,
  a: number,
  b: number,
  groupOf: Int32Array,
  groups: number,
): ContingencyTable[] {
  const size = levels * levels;
  const [ofA, ofB] = [rowOf(matrix, a), rowOf(matrix, b)];
  const counts = new Uint32Array(groups * size);
  const absences = new Uint32Array(groups);
  for (let column = 0; column < matrix.columns; column++) {
    const group = groupOf[column] as number;
    if (group < 0) continue;
    const x = ofA[column] as number;
    const y = ofB[column] as number;
    if (isHeld(x) && isHeld(y)) {
      const cell = group * size + (x + 2) * levels + (y + 2);
      counts[cell] = (counts[cell] as number) + 1;
    } else if (isOneAbsent(x, y)) absences[group] = (absences[group] as number) + 1;
  }
  const tables: ContingencyTable[] = [];
  for (let group = 0; group < groups; group++) {
    const ofGroup = counts.subarray(group * size, (group + 1) * size);
    let total = 0;
    for (let cell = 0; cell < size; cell++) total += ofGroup[cell] as number;
    tables.push({ levels, counts: ofGroup, total, absences: absences[group] as number });
  }
  return tables;
}

/** Whether one cell is a recorded absence and the other a position. */
export const isOneAbsent = (x: number, y: number): boolean =>
  (x === ABSENT && isHeld(y)) || (isHeld(x) && y === ABSENT);

/** Σ count · weight(i, j) over the table. */
export function weightedSum(table: ContingencyTable, weight: Distance): number {
  let sum = 0;
  for (let i = 0; i < table.levels; i++) {
    for (let j = 0; j < table.levels; j++) {
      const count = table.counts[i * table.levels + j] as number;
      if (count > 0) sum += count * weight(i, j);
    }
  }
  return sum;
}

/** Row and column totals: how often each level was held by the one and by the other. */
export function margins(table: ContingencyTable): { readonly rows: Float64Array; readonly columns: Float64Array } {
  const rows = new Float64Array(table.levels);
  const columns = new Float64Array(table.levels);
  for (let i = 0; i < table.levels; i++) {
    for (let j = 0; j < table.levels; j++) {
      const count = table.counts[i * table.levels + j] as number;
      rows[i] = (rows[i] as number) + count;
      columns[j] = (columns[j] as number) + count;
    }
  }
  return { rows, columns };
}

/** A value, or the reason why there is none. */
export type Value = { readonly value: number } | { readonly value: null; readonly reason: NoValueReason };

/**
 * A measure of two parties. `value` returns the number for a contingency table of positions. `contribution` returns what one shared
 * proposition on which the one held level i and the other level j adds to that number, or null when the measure leaves it aside;
 * over all the propositions of the table the contributions sum to the value. A measure that counts absences is also asked about
 * `absentLevel` beside a level.
 */
export interface PairKernel {
  value(table: ContingencyTable): Value;
  contribution(table: ContingencyTable): (i: number, j: number) => number | null;
}

export const noValue = (reason: NoValueReason): Value => ({ value: null, reason });

/** A measure that is the mean of a score over the shared propositions; each contributes score / n. */
export function meanOf(score: Distance): PairKernel {
  return {
    value: (table: ContingencyTable) =>
      table.total === 0 ? noValue('NO_SHARED_EVIDENCE') : { value: weightedSum(table, score) / table.total },
    contribution: (table) => (i, j) => score(i, j) / table.total,
  };
}

/** Why there is no number. The counts beside it stay. */
export const noValueReasons = {
  TOO_FEW_PARTIES: 'The query names fewer than two parties.',
  NO_SHARED_EVIDENCE: 'No two of the parties hold a position on the same proposition in scope.',
  BELOW_MINIMUM_SHARED: 'The parties share fewer propositions than `minimumShared`.',
  NO_VARIATION: 'The chance-corrected measure is undefined because the expected disagreement is zero.',
  ALL_NEUTRAL: 'The measure ignores neutral positions, and the parties share no others.',
  ABSENCES_NOT_RECORDED:
    'The measure counts absences, and none are recorded for the propositions that the parties share.',
} as const;

export type NoValueReason = keyof typeof noValueReasons;
