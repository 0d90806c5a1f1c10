/** A number for each two of some parties, symmetric: that of a and b is at `values[a * size + b]`. NaN: it is not known. */
export interface Square {
  readonly size: number;
  readonly values: Float64Array;
}

/** The square of some of the parties, in the order given. */
export function subsquare(square: Square, rows: readonly number[]): Square {
  const { size, values } = square;
  if (rows.length === size && rows.every((row, index) => row === index)) return square;
  const selected = new Float64Array(rows.length ** 2);
  let at = 0;
  for (const a of rows) for (const b of rows) selected[at++] = values[a * size + b] as number;
  return { size: rows.length, values: selected };
}
