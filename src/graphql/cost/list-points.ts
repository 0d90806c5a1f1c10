import type { RawArguments } from './field-cost.ts';

/** Points of a list that is sorted in memory, and searched when `search` is given. */
export const listPoints = ({ search }: RawArguments, rows: number): number => 10 + rows / (search == null ? 10 : 1);
