import type { Problem } from '#ledger/write/proposal.ts';

/** What is wrong with the length of a list of the input, which may be 1 to `most`. */
export const atMost = (most: number, field: string, list: readonly unknown[]): Problem[] =>
  list.length >= 1 && list.length <= most
    ? []
    : [{ at: `input.${field}`, found: `${list.length} ${field}`, expected: `1 to ${most}` }];
