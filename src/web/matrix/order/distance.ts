/** How unlike two of several are, from 0; NaN where that is not known, which is neither alike nor unlike. Symmetric. */
export interface Distances {
  readonly count: number;
  readonly values: Float64Array;
}

/** Distances from the values of a measure: what agrees most is nearest, and a pair without a value has no distance. */
export function distancesOf(values: readonly (readonly (number | null)[])[]): Distances {
  const count = values.length;
  const distances = new Float64Array(count * count).fill(Number.NaN);
  for (let a = 0; a < count; a++) {
    const row = values[a] ?? [];
    for (let b = 0; b < count; b++) {
      const value = row[b] ?? null;
      if (a !== b && value !== null) distances[a * count + b] = 1 - value;
    }
  }
  return { count, values: distances };
}

/** The mean of what is known; 0 when nothing is. */
export function meanDistance({ values }: Distances): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return known === 0 ? 0 : sum / known;
}

/** Whether one of them has a distance to any other. */
export const isPlaced = ({ count, values }: Distances, one: number): boolean =>
  values.subarray(one * count, (one + 1) * count).some((value) => !Number.isNaN(value));
