import { meanOf } from './mean.ts';

/**
 * IDENTICAL = share of the shared propositions on which the positions are equal.
 *
 * Meaning: how often they say exactly the same. Range 0 to 1. Null when nothing is shared. Trap: a lean against a full support
 * counts as much against it as an open conflict.
 *
 * Source: the index of voting cohesion of Lijphart (1963, American Political Science Review 57) without its half counts.
 */
export const identical = meanOf((i, j) => (i === j ? 1 : 0));
