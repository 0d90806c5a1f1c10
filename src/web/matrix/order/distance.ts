import type { Square } from '#agreement/structure/square.ts';

/**
 * Distances from the values of a measure: pairs that agree most are nearest, and a pair without a value, which counts as neither near nor far, has none
 * (NaN); nor has a party to itself.
 */
export function distancesOf(values: readonly (readonly (number | null)[])[]): Square {
  const size = values.length;
  const distances = new Float64Array(size * size).fill(Number.NaN);
  for (let a = 0; a < size; a++) {
    const row = values[a] ?? [];
    for (let b = 0; b < size; b++) {
      const value = row[b] ?? null;
      if (a !== b && value !== null) distances[a * size + b] = 1 - value;
    }
  }
  return { size, values: distances };
}

/** The mean of the known distances; 0 if there are none. */
export function meanDistance({ values }: Square): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return known === 0 ? 0 : sum / known;
}

/** Whether a party has a known distance to any other. */
export const isPlaced = ({ size, values }: Square, one: number): boolean =>
  values.subarray(one * size, (one + 1) * size).some((value) => !Number.isNaN(value));
