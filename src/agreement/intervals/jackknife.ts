import type { Pair } from '../agreement.ts';
import { absentLevel, type ContingencyTable, isOneAbsent, squaredDistance } from '../contingency.ts';
import { alphaFrom, alphaParts, reliabilityOf, unitSums } from '../measures/alpha.ts';
import { countsAbsences, type Measure, type PairMeasure, valueOfTable } from '../measures/measure.ts';
import { ABSENT, isHeld, type StanceMatrix } from '../stance-matrix.ts';

/** The values of a measure with one proposition left out: each value, and of how many propositions it is the value without them. */
export interface LeftOut {
  readonly value: number;
  readonly times: number;
}

/**
 * The standard error of a value by the jackknife: √((n - 1)/n · Σ(θᵢ - θ̄)²) over its values with each of the n propositions left out. 0 for fewer
 * than two.
 *
 * Source: Tukey 1958; Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 11.
 */
export function jackknifeError(leftOut: readonly LeftOut[]): number {
  const n = leftOut.reduce((sum, { times }) => sum + times, 0);
  if (n < 2) return 0;
  const mean = leftOut.reduce((sum, { value, times }) => sum + value * times, 0) / n;
  return Math.sqrt(((n - 1) / n) * leftOut.reduce((sum, { value, times }) => sum + (value - mean) ** 2 * times, 0));
}

/** Levels of positions, and that of absences. */
const sides = absentLevel + 1;

/** By the levels of both parties, a * sides + b: the value of the pair without one such proposition; NaN where it has none then or there is no such one. */
function valuesWithout(table: ContingencyTable, measure: Measure): Float64Array {
  const values = new Float64Array(sides * sides).fill(Number.NaN);
  const counts = Uint32Array.from(table.counts);
  for (let i = 0; i < table.levels; i++) {
    for (let j = 0; j < table.levels; j++) {
      const cell = i * table.levels + j;
      const count = counts[cell] as number;
      if (count === 0) continue;
      counts[cell] = count - 1;
      values[i * sides + j] = valueOfTable({ ...table, counts, total: table.total - 1 }, measure).value ?? Number.NaN;
      counts[cell] = count;
    }
  }
  if (countsAbsences(measure) && table.absences > 0) {
    const without = valueOfTable({ ...table, absences: table.absences - 1 }, measure).value ?? Number.NaN;
    for (let i = 0; i < table.levels; i++) values[i * sides + absentLevel] = values[absentLevel * sides + i] = without;
  }
  return values;
}

/** The values of one pair with each of its shared propositions left out; null when it has no value without one of them. */
export function pairLeftOut(table: ContingencyTable, measure: Measure): LeftOut[] | null {
  const values = valuesWithout(table, measure);
  const leftOut: LeftOut[] = [];
  for (let i = 0; i < table.levels; i++) {
    for (let j = 0; j < table.levels; j++) {
      const times = table.counts[i * table.levels + j] as number;
      if (times > 0) leftOut.push({ value: values[i * sides + j] as number, times });
    }
  }
  if (countsAbsences(measure) && table.absences > 0)
    leftOut.push({ value: values[absentLevel] as number, times: table.absences });
  return leftOut.some(({ value }) => Number.isNaN(value)) ? null : leftOut;
}

/**
 * The means over the pairs that have a value, with each proposition left out that a pair shares. A pair that has no value without it does not count in that mean; null
 * when none has one. Pairs with fewer than `minimumShared` propositions do not count at all.
 */
export function meanLeftOut(
  matrix: StanceMatrix,
  pairs: readonly Pair[],
  measure: PairMeasure,
  minimumShared: number,
): LeftOut[] | null {
  const { columns, cells } = matrix;
  const changes = new Float64Array(columns);
  const lost = new Uint32Array(columns);
  const touched = new Uint8Array(columns);
  const withAbsences = countsAbsences(measure);
  let sum = 0;
  let count = 0;
  for (const { a, b, table } of pairs) {
    const { value } = valueOfTable(table, measure);
    if (value === null || table.total < minimumShared) continue;
    sum += value;
    count++;
    const without = valuesWithout(table, measure);
    for (let column = 0; column < columns; column++) {
      const x = cells[a * columns + column] as number;
      const y = cells[b * columns + column] as number;
      if (!(isHeld(x) && isHeld(y)) && !(withAbsences && isOneAbsent(x, y))) continue;
      touched[column] = 1;
      const other = without[levelOf(x) * sides + levelOf(y)] as number;
      if (Number.isNaN(other)) {
        changes[column] = (changes[column] as number) - value;
        lost[column] = (lost[column] as number) + 1;
      } else changes[column] = (changes[column] as number) + other - value;
    }
  }
  const leftOut: LeftOut[] = [];
  for (let column = 0; column < columns; column++) {
    if (touched[column] === 0) continue;
    const left = count - (lost[column] as number);
    if (left === 0) return null;
    leftOut.push({ value: (sum + (changes[column] as number)) / left, times: 1 });
  }
  return leftOut;
}

const levelOf = (cell: number) => (cell === ABSENT ? absentLevel : cell + 2);

/** The values of alpha with each proposition left out on which at least two hold a position; null when there is none without one of them. */
export function alphaLeftOut(matrix: StanceMatrix): LeftOut[] | null {
  const data = reliabilityOf(matrix);
  const all = alphaParts(data, squaredDistance);
  const leftOut: LeftOut[] = [];
  for (let unit = 0; unit < data.units; unit++) {
    const one = unitSums(data, unit, squaredDistance);
    if (one === null) continue;
    const without = {
      pairable: all.pairable - one.pairable,
      disagreement: all.disagreement - one.disagreement,
      usage: all.usage.map((count, level) => count - (one.usage[level] as number)),
    };
    const { value } = alphaFrom(without, squaredDistance);
    if (value === null) return null;
    leftOut.push({ value, times: 1 });
  }
  return leftOut;
}
