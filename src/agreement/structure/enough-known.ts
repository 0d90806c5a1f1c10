import type { Square } from './square.ts';

/** Which parties are known well enough, and which are not. */
export interface EnoughKnown {
  /** Rows, ascending. */
  readonly kept: readonly number[];
  /** Rows, ascending, with the number of parties that were left when it was left out, and of how many of these it was known. */
  readonly leftOut: readonly { readonly row: number; readonly known: number; readonly others: number }[];
}

/**
 * The parties that have a number with at least a `share` of the other parties kept: 1 for with every one. The party that has one with the fewest is left out
 * again and again, of equal ones the one with the smaller `weight`, then the last one.
 *
 * Meaning: whoever cannot be placed does not distort the places of the others; a party without any number changes nothing. Trap: it need not be the largest
 * set that there is, and where two halves know nothing of each other one of them goes.
 */
export function enoughKnown({ size, values }: Square, share: number, weight: ArrayLike<number>): EnoughKnown {
  const kept = new Set(Array(size).keys());
  const known = new Int32Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++)
      if (a !== b && !Number.isNaN(values[a * size + b])) known[a] = (known[a] as number) + 1;
  }
  const leftOut: EnoughKnown['leftOut'][number][] = [];
  for (;;) {
    let least = -1;
    for (const row of kept) if (least === -1 || comesFirst(row, least)) least = row;
    const others = kept.size - 1;
    if (least === -1 || (known[least] as number) >= share * others - rounding) break;
    kept.delete(least);
    leftOut.push({ row: least, known: known[least] as number, others });
    for (const row of kept) if (!Number.isNaN(values[least * size + row])) known[row] = (known[row] as number) - 1;
  }
  return { kept: [...kept], leftOut: leftOut.sort((a, b) => a.row - b.row) };

  function comesFirst(row: number, least: number): boolean {
    const fewer = (known[row] as number) - (known[least] as number);
    return fewer < 0 || (fewer === 0 && (weight[row] as number) <= (weight[least] as number));
  }
}

/** Counts are whole, so a share that differs by less than this is the same. */
const rounding = 1e-9;
