/** Distances between members, from 0; NaN if unknown, which counts as neither near nor far. Symmetric. */
export interface Distances {
  readonly count: number;
  readonly values: Float64Array;
}

/** Distances from the values of a measure: pairs that agree most are nearest, and a pair without a value has no distance. */
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

/** The mean of the known distances; 0 if there are none. */
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

/** Whether a member has a known distance to any other. */
export const isPlaced = ({ count, values }: Distances, one: number): boolean =>
  values.subarray(one * count, (one + 1) * count).some((value) => !Number.isNaN(value));
