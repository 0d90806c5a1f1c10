import { apiError } from '../api-error.ts';

/** How many rows a page has: when nobody says, and at most. What the schema's descriptions tell. */
export const usualPage: PageSizes = { usual: 50, largest: 250 };

export interface PageSizes {
  readonly usual: number;
  readonly largest: number;
}

/** The arguments of every list. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which rows of a list: `size` of them from the front or the end of what lies between two cursors. */
export interface Page {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

function size(name: 'first' | 'last', value: number, largest: number): number {
  if (value >= 0 && value <= largest) return value;
  throw apiError('BAD_INPUT', `${name}: found ${value}, expected a number from 0 to ${largest}.`);
}

/** The page that is asked for; throws BAD_INPUT for `first` with `last` and for a size out of range. */
export function pageOf({ first, last, after, before }: PageArguments, { usual, largest }: PageSizes): Page {
  if (first != null && last != null) {
    throw apiError('BAD_INPUT', `first and last: found both (${first} and ${last}), expected one of them.`);
  }
  const fromEnd = last != null;
  return {
    size: fromEnd ? size('last', last, largest) : size('first', first ?? usual, largest),
    fromEnd,
    after: after ?? null,
    before: before ?? null,
  };
}
