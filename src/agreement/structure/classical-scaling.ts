import { eigenpairs } from './eigenpairs.ts';
import type { Square } from './square.ts';

/** One axis of a map. */
export interface Axis {
  /** The sum of the squared coordinates on it; 0 when there is nothing left to show on it. */
  readonly eigenvalue: number;
  /** The eigenvalue over the sum of the absolute values of all, 0 to 1; null when no two parties are apart. */
  readonly share: number | null;
}

/** Parties as points, such that their distances come near to given ones. */
export interface ScaledMap {
  readonly dimensions: number;
  /** The coordinate of a party on an axis is at `party * dimensions + axis`; the mean of each axis is 0. */
  readonly coordinates: Float64Array;
  readonly axes: readonly Axis[];
  /** The share of the negative eigenvalues: what no map shows, however many axes it has. 0 to 1; null as the shares. */
  readonly unmappable: number | null;
  /** Kruskal's stress-1: √(Σ(δ - d)² / Σd²) over all pairs, δ as given and d on the map. 0 = exact; null when all points are one. */
  readonly stress: number | null;
  /** By party, √(mean(δ - d)²) over the others: how wrongly the map shows it. */
  readonly misfits: Float64Array;
}

/** An eigenvalue this small beside all of them is 0 but for rounding. */
const nothing = 1e-12;

/**
 * Classical scaling (principal coordinates): the eigenvectors of -½·J·D²·J with the largest eigenvalues, each as long as the root of its eigenvalue. All
 * distances are known. Axis 1 points to the `anchor`, the others to the party farthest out, which has a positive coordinate; axis 1 too where there is no
 * anchor or it is at 0. Of equally far ones the first decides.
 *
 * Meaning: near on the map is near in fact, as far as the shares and the stress say. Trap: 1 - agreement is no straight-line distance, so some of it has
 * negative eigenvalues; and where two eigenvalues are equal the axes could be turned.
 *
 * Source: Torgerson 1952, Psychometrika 17; Gower 1966, Biometrika 53; stress: Kruskal 1964, Psychometrika 29.
 */
export function classicalScaling(distances: Square, dimensions: number, anchor: number | null): ScaledMap {
  const { size } = distances;
  const { values, vectors } = eigenpairs(centred(distances), Math.min(dimensions, size));
  const absolute = values.reduce((sum, value) => sum + Math.abs(value), 0);
  const negative = values.reduce((sum, value) => sum + Math.max(0, -value), 0);
  const isNothing = (value: number) => value <= nothing * absolute;
  const coordinates = new Float64Array(size * dimensions);
  const axes = Array.from({ length: dimensions }, (_, axis): Axis => {
    const eigenvalue = values[axis] ?? 0;
    const vector = vectors[axis];
    if (vector === undefined || isNothing(eigenvalue)) return { eigenvalue: 0, share: absolute === 0 ? null : 0 };
    const length = Math.sqrt(eigenvalue) * signOf(vector, axis === 0 ? anchor : null);
    for (let row = 0; row < size; row++) coordinates[row * dimensions + axis] = length * (vector[row] as number);
    return { eigenvalue, share: eigenvalue / absolute };
  });
  const unmappable = absolute === 0 ? null : negative / absolute;
  return { dimensions, coordinates, axes, unmappable, ...fitOf(distances, coordinates, dimensions) };
}

/** -½·J·D²·J: the squares less the means of their row and column, plus the mean of all. */
function centred({ size, values }: Square): Square {
  const products = new Float64Array(size * size);
  const means = new Float64Array(size);
  let mean = 0;
  for (let a = 0; a < size; a++) {
    let sum = 0;
    for (let b = 0; b < size; b++) {
      const squared = (values[a * size + b] as number) ** 2;
      products[a * size + b] = squared;
      sum += squared;
    }
    means[a] = sum / size;
    mean += sum / size / size;
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const at = a * size + b;
      products[at] = -((products[at] as number) - (means[a] as number) - (means[b] as number) + mean) / 2;
    }
  }
  return { size, values: products };
}

/** Coordinates that differ by less than this share are equally far out: rounding does not decide which way an axis points. */
const asFar = 1 - 1e-9;

/** 1 or -1, such that the anchor, or else the party that is farthest out, is on the positive side. */
function signOf(vector: Float64Array, anchor: number | null): 1 | -1 {
  const farthest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const ofAnchor = anchor === null ? 0 : (vector[anchor] as number);
  const deciding =
    Math.abs(ofAnchor) > nothing * farthest ? ofAnchor : vector.find((value) => Math.abs(value) >= asFar * farthest);
  return deciding !== undefined && deciding < 0 ? -1 : 1;
}

function fitOf({ size, values }: Square, coordinates: Float64Array, dimensions: number) {
  const misfits = new Float64Array(size);
  let wrong = 0;
  let shown = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      let squared = 0;
      for (let axis = 0; axis < dimensions; axis++)
        squared +=
          ((coordinates[a * dimensions + axis] as number) - (coordinates[b * dimensions + axis] as number)) ** 2;
      const off = ((values[a * size + b] as number) - Math.sqrt(squared)) ** 2;
      misfits[a] = (misfits[a] as number) + off;
      misfits[b] = (misfits[b] as number) + off;
      wrong += off;
      shown += squared;
    }
  }
  for (let row = 0; row < size; row++) misfits[row] = Math.sqrt((misfits[row] as number) / Math.max(1, size - 1));
  return { stress: shown === 0 ? null : Math.sqrt(wrong / shown), misfits };
}
