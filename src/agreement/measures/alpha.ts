import {
  type ContingencyTable,
  type Distance,
  margins,
  noValue,
  squaredDistance,
  type Value,
  weightedSum,
} from '../contingency.ts';
import { levels } from '../position.ts';
import { isHeld, type StanceMatrix } from '../stance-matrix.ts';
import { expectedDisagreement } from './chance-corrected.ts';

/** How often each level was used on each unit: `counts[unit * levels + level]`. Units with fewer than two values do not count. */
export interface ReliabilityData {
  readonly levels: number;
  readonly units: number;
  readonly counts: Float64Array;
}

/** What alpha is summed from, over units with at least two values. */
export interface AlphaSums {
  /** How many values there are. */
  readonly pairable: number;
  /** By unit: the disagreement of its values with one another, divided by their number less one. */
  readonly disagreement: number;
  /** How often each level was used. */
  readonly usage: Float64Array;
}

/** What alpha is made of besides. `expected` = the disagreement that chance would give. */
export interface AlphaParts extends AlphaSums {
  readonly observed: number;
  readonly expected: number;
}

/** The positions of a matrix as reliability data; unit = proposition. */
export function reliabilityOf(matrix: StanceMatrix): ReliabilityData {
  const counts = new Float64Array(matrix.columns * levels);
  for (let index = 0; index < matrix.cells.length; index++) {
    const cell = matrix.cells[index] as number;
    if (!isHeld(cell)) continue;
    const slot = (index % matrix.columns) * levels + cell + 2;
    counts[slot] = (counts[slot] as number) + 1;
  }
  return { levels, units: matrix.columns, counts };
}

/** The sums over one unit; null when it has fewer than two values. */
export function unitSums(data: ReliabilityData, unit: number, metric: Distance): AlphaSums | null {
  const usage = data.counts.subarray(unit * data.levels, (unit + 1) * data.levels);
  let pairable = 0;
  for (let level = 0; level < data.levels; level++) pairable += usage[level] as number;
  return pairable < 2
    ? null
    : { pairable, disagreement: expectedDisagreement(usage, usage, metric) / (pairable - 1), usage };
}

const partsOf = (sums: AlphaSums, metric: Distance): AlphaParts => {
  const { pairable, disagreement, usage } = sums;
  const expected = pairable < 2 ? 0 : expectedDisagreement(usage, usage, metric) / (pairable * (pairable - 1));
  return { ...sums, observed: pairable === 0 ? 0 : disagreement / pairable, expected };
};

export function alphaParts(data: ReliabilityData, metric: Distance): AlphaParts {
  const usage = new Float64Array(data.levels);
  let pairable = 0;
  let disagreement = 0;
  for (let unit = 0; unit < data.units; unit++) {
    const sums = unitSums(data, unit, metric);
    if (sums === null) continue;
    pairable += sums.pairable;
    disagreement += sums.disagreement;
    for (let level = 0; level < data.levels; level++)
      usage[level] = (usage[level] as number) + (sums.usage[level] as number);
  }
  return partsOf({ pairable, disagreement, usage }, metric);
}

/** Alpha from its sums. */
export function alphaFrom(sums: AlphaSums, metric: Distance): Value {
  if (sums.pairable === 0) return noValue('NO_SHARED_EVIDENCE');
  const { observed, expected } = partsOf(sums, metric);
  return expected === 0 ? noValue('NO_VARIATION') : { value: 1 - observed / expected };
}

/** Alpha for any metric (0 on the diagonal), any number of observers, missing values allowed. */
export const alphaOf = (data: ReliabilityData, metric: Distance): Value => alphaFrom(alphaParts(data, metric), metric);

/** ALPHA of two parties from their table. */
export function alphaOfTable(table: ContingencyTable): Value {
  const { rows, columns } = margins(table);
  const usage = rows.map((count, level) => count + (columns[level] as number));
  const disagreement = 2 * weightedSum(table, squaredDistance); // each of two values with the other
  return alphaFrom({ pairable: 2 * table.total, disagreement, usage }, squaredDistance);
}

/**
 * ALPHA = 1 - (observed)/(expected disagreement), interval metric.
 *
 * Meaning: how far any number of parties agree beyond chance, using every proposition on which at least two of them hold a position;
 * missing positions are allowed. Range up to 1; 0 = no more than chance; below 0 = systematic conflict. Null when no two parties share a
 * proposition, or when everybody always holds one and the same position (NO_VARIATION). Trap: parties that speak often weigh more.
 *
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania.
 */
export const alpha = (matrix: StanceMatrix): Value => alphaOf(reliabilityOf(matrix), squaredDistance);
