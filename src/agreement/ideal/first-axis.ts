import { type DividedVotes, SILENT } from './divided-votes.ts';

const rounds = 50;

/**
 * Where an estimate begins: about the first principal component of the votes (0, 1, 2; less the mean of those who voted, 0 for the silent), by power
 * iteration from the votes on the proposition that divides most. Mean 0 and variance 1 over the parties.
 */
export function firstAxis({ rows, columns, sides }: DividedVotes): Float64Array {
  const width = columns.length;
  const centred = Float64Array.from(sides);
  let most = { column: 0, spread: -1 };
  for (let column = 0; column < width; column++) {
    const spread = centre(centred, sides, column, width);
    if (spread > most.spread) most = { column, spread };
  }
  let axis: Float64Array = Float64Array.from(rows, (_, i) => centred[i * width + most.column] as number);
  for (let round = 0; round < rounds; round++) axis = standardised(timesItsTranspose(centred, axis, width));
  return axis;
}

/** Takes the mean off a column; gives the sum of squares that is left. */
function centre(centred: Float64Array, sides: Int8Array, column: number, width: number): number {
  let [sum, count] = [0, 0];
  for (let cell = column; cell < sides.length; cell += width) {
    if (sides[cell] === SILENT) continue;
    sum += sides[cell] as number;
    count++;
  }
  let spread = 0;
  for (let cell = column; cell < sides.length; cell += width) {
    const value = sides[cell] === SILENT ? 0 : (sides[cell] as number) - sum / count;
    centred[cell] = value;
    spread += value * value;
  }
  return spread;
}

function timesItsTranspose(matrix: Float64Array, vector: Float64Array, width: number): Float64Array {
  const across = new Float64Array(width);
  vector.forEach((value, row) => {
    for (let column = 0; column < width; column++)
      across[column] = (across[column] as number) + value * (matrix[row * width + column] as number);
  });
  return vector.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column++)
      sum += (across[column] as number) * (matrix[row * width + column] as number);
    return sum;
  });
}

/** The mean, and the root of the mean square distance from it. */
export function meanAndSpread(values: Float64Array): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, spread: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}

function standardised(values: Float64Array): Float64Array {
  const { mean, spread } = meanAndSpread(values);
  return spread === 0 ? values : values.map((value) => (value - mean) / spread);
}
