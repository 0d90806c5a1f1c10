import type { Ranks } from '#snapshot/search/search-snapshot.ts';
import { apiError } from './api-error.ts';

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

const encodeCursor = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/** The index of the row with a key in a list; -1 when there is none. */
type Find = (key: string) => number;

/** Index of the row of a cursor in a list; throws BAD_CURSOR when it is not in the list. */
function indexOf(name: string, cursor: string, find: Find): number {
  const index = find(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (index !== -1) return index;
  throw apiError(
    'BAD_CURSOR',
    `${name}: found ${JSON.stringify(cursor.slice(0, 80).toWellFormed())}, expected a cursor from the same list.`,
  );
}

/**
 * One page of a list that is in memory and in order. `keyOf` names a row, and not in the way of another list: it becomes the cursor. `find`
 * finds the row of a key again; for long lists without making the key of every row.
 */
export function connectionOf<Row>(
  rows: ArrayLike<Row>,
  args: PageArguments,
  sizes: PageSizes,
  keyOf: (row: Row) => string,
  find: Find = (key) => Array.prototype.findIndex.call(rows, (row: Row) => keyOf(row) === key),
) {
  const { size, fromEnd, after, before } = pageOf(args, sizes);
  const start = after === null ? 0 : indexOf('after', after, find) + 1;
  const end = before === null ? rows.length : indexOf('before', before, find);
  const from = fromEnd ? Math.max(start, end - size) : start;
  const to = fromEnd ? end : Math.min(end, start + size);
  const edges: Edge<Row>[] = [];
  for (let index = from; index < to; index++) edges.push(new Edge(rows[index] as Row, keyOf));
  const pageInfo = new PageInfo(edges, from > 0, to < rows.length);
  return { edges, totalCount: rows.length, pageInfo };
}

/** Where a page is in its list. */
class PageInfo<Row> {
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly #edges: readonly Edge<Row>[];

  constructor(edges: readonly Edge<Row>[], hasBefore: boolean, hasAfter: boolean) {
    this.hasPreviousPage = hasBefore && edges.length > 0;
    this.hasNextPage = hasAfter && edges.length > 0;
    this.#edges = edges;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

/** A row of a page. Cursors are created on demand, which is seldom. */
class Edge<Row> {
  readonly node: Row;
  readonly #keyOf: (row: Row) => string;

  constructor(node: Row, keyOf: (row: Row) => string) {
    this.node = node;
    this.#keyOf = keyOf;
  }

  get cursor(): string {
    return encodeCursor(this.#keyOf(this.node));
  }
}

/** The rows that match a search: in the requested order, or by relevance, with ties in the original order. Null: no search. */
export function found<Row extends { readonly id: number }>(
  rows: readonly Row[],
  ranks: Ranks | null,
  order: 'AS_ORDERED' | 'BEST_FIRST',
): readonly Row[] {
  if (ranks === null) return rows;
  if (order === 'AS_ORDERED') return rows.filter(({ id }) => ranks.has(id));
  return rows
    .map((row) => ({ row, rank: ranks.get(row.id) ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ row }) => row);
}
