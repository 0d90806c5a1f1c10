import { type Distance, squaredDistance } from '../contingency.ts';
import { levels } from '../position.ts';
import { isHeld, type StanceMatrix } from '../stance-matrix.ts';
import { expectedDisagreement } from './chance-corrected.ts';
import { noValue, type Value } from './kernel.ts';

/** How often each level was used on each unit: `counts[unit * levels + level]`. Units with fewer than two values do not count. */
export interface ReliabilityData {
  readonly levels: number;
  readonly units: number;
  readonly counts: Float64Array;
}

/** What alpha is made of. `pairable` = values on units with at least two; `expected` = the disagreement that chance would give. */
export interface AlphaParts {
  readonly pairable: number;
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

export function alphaParts(data: ReliabilityData, metric: Distance): AlphaParts {
  const usage = new Float64Array(data.levels);
  let pairable = 0;
  let disagreement = 0;
  for (let unit = 0; unit < data.units; unit++) {
    const counts = data.counts.subarray(unit * data.levels, (unit + 1) * data.levels);
    let values = 0;
    for (let level = 0; level < data.levels; level++) values += counts[level] as number;
    if (values < 2) continue;
    pairable += values;
    disagreement += expectedDisagreement(counts, counts, metric) / (values - 1);
    for (let level = 0; level < data.levels; level++)
      usage[level] = (usage[level] as number) + (counts[level] as number);
  }
  const expected = pairable < 2 ? 0 : expectedDisagreement(usage, usage, metric) / (pairable * (pairable - 1));
  return { pairable, observed: pairable === 0 ? 0 : disagreement / pairable, expected };
}

/** Alpha for any metric (0 on the diagonal), any number of observers, missing values allowed. */
export function alphaOf(data: ReliabilityData, metric: Distance): Value {
  const { pairable, observed, expected } = alphaParts(data, metric);
  if (pairable === 0) return noValue('NO_SHARED_EVIDENCE');
  return expected === 0 ? noValue('NO_VARIATION') : { value: 1 - observed / expected };
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
