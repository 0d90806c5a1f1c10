import { apiError } from '../api-error.ts';

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 250;

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

function size(name: 'first' | 'last', value: number): number {
  if (value >= 0 && value <= LARGEST_PAGE) return value;
  throw apiError('BAD_INPUT', `${name}: found ${value}, expected a number from 0 to ${LARGEST_PAGE}.`);
}

/** The page that is asked for; throws BAD_INPUT for `first` with `last` and for a size out of range. */
export function pageOf({ first, last, after, before }: PageArguments): Page {
  if (first != null && last != null) {
    throw apiError('BAD_INPUT', `first and last: found both (${first} and ${last}), expected one of them.`);
  }
  const fromEnd = last != null;
  return {
    size: fromEnd ? size('last', last) : size('first', first ?? DEFAULT_PAGE),
    fromEnd,
    after: after ?? null,
    before: before ?? null,
  };
}
