import { meanOf, positionDistance } from '../contingency.ts';

/**
 * AGREEMENT = mean(1 - d), d = |Δ|/2.
 *
 * Meaning: how close the positions are on average; an abstention is half way between yes and no. Range 0 (always opposite) to 1
 * (always the same). Null when nothing is shared. Trap: where nearly everybody agrees on nearly everything it is high for every
 * pair; compare it with a chance-corrected measure before calling two parties close.
 *
 * Source: the "agree" score of Erik Voeten's UN General Assembly data (Bailey, Strezhnev & Voeten 2017, J. Conflict Resolution 61).
 */
export const agreement = meanOf((i, j) => 1 - positionDistance(i, j));

/**
 * IDENTICAL = share of the shared propositions on which the positions are equal.
 *
 * Meaning: how often they say exactly the same. Range 0 to 1. Null when nothing is shared. Trap: a lean against a full support
 * counts as much against it as an open conflict.
 *
 * Source: the index of voting cohesion of Lijphart (1963, American Political Science Review 57) without its half counts.
 */
export const identical = meanOf((i, j) => (i === j ? 1 : 0));

/**
 * S_SCORE = 1 - 2·mean(d), d = |Δ|/2, with equal weights and the absolute metric.
 *
 * Meaning: AGREEMENT stretched to run from -1 (always opposite) to 1 (always the same): AGREEMENT = (S + 1)/2. Null when nothing is
 * shared. Trap: 0 is not independence; two parties that vote at random with the majority score well above it.
 *
 * Source: Signorino & Ritter 1999, International Studies Quarterly 43.
 */
export const sScore = meanOf((i, j) => 1 - 2 * positionDistance(i, j));
