/** How many parties are in both of two sets, in one alone, and in neither. */
export interface Overlap {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * Jaccard's index: those in both over those in either, 0 to 1; 0 when nobody is in either.
 *
 * Source: Jaccard 1912, New Phytologist 11.
 */
export function jaccard({ both, first, second }: Overlap): number {
  const either = both + first + second;
  return either === 0 ? 0 : both / either;
}

const pairs = (count: number) => (count * (count - 1)) / 2;

/**
 * The Rand index of two divisions into inside and outside, adjusted for chance: at most 1 (the same division), 0 = no better than chance. Null where
 * chance leaves nothing to find: a set is empty or everybody, in both divisions, or there are fewer than two parties.
 *
 * Meaning: how often two parties that one division puts together, or apart, are so in the other. Trap: it does not know which side is which, so that a set
 * and those outside of another set are the same division.
 *
 * Source: Hubert & Arabie 1985, Journal of Classification 2.
 */
export function adjustedRand({ both, first, second, neither }: Overlap): number | null {
  const together = pairs(both) + pairs(first) + pairs(second) + pairs(neither);
  const byFirst = pairs(both + first) + pairs(second + neither);
  const bySecond = pairs(both + second) + pairs(first + neither);
  const all = pairs(both + first + second + neither);
  if (all === 0) return null;
  const expected = (byFirst * bySecond) / all;
  const most = (byFirst + bySecond) / 2;
  return most === expected ? null : (together - expected) / (most - expected);
}
