import type { ComparisonQuery } from '../generated/graphql.ts';

/** A comparison as returned by the page's query. */
export type Compared = NonNullable<ComparisonQuery['comparison']>;
