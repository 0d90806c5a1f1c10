import type { ComparisonQuery } from '../generated/graphql.ts';

/** A comparison as the page asks for it. */
export type Compared = NonNullable<ComparisonQuery['comparison']>;
