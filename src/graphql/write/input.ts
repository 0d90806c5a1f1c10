import { dateOf } from '#agreement/day.ts';
import type { Problem } from '#ledger/revise/proposal.ts';

/** Plain input with the space around its texts taken away; `problems` names those that the ledger cannot keep. */
export function plainText<Input>(input: Input): { readonly input: Input; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tidied = (value: unknown, at: string): unknown => {
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) {
        problems.push({
          at,
          found: JSON.stringify(value).slice(0, 60),
          expected: 'text without NUL and lone surrogates',
        });
      }
      return value.trim();
    }
    if (Array.isArray(value)) return value.map((item, place) => tidied(item, `${at}[${place}]`));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, tidied(item, `${at}.${field}`)]));
  };
  return { input: tidied(input, 'input') as Input, problems }; // of the same shape
}

/** What is wrong with the length of a list of the input, which may be 1 to `most`. */
export const atMost = (most: number, field: string, list: readonly unknown[]): Problem[] =>
  list.length >= 1 && list.length <= most
    ? []
    : [{ at: `input.${field}`, found: `${list.length} ${field}`, expected: `1 to ${most}` }];

/** A day of the input as rows have it; undefined leaves it as it is, null makes it unknown. */
export const dateChange = (day: number | null | undefined): string | null | undefined =>
  typeof day === 'number' ? dateOf(day) : day;
