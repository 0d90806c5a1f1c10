import { positionDistance } from '../contingency.ts';
import { meanOf } from './mean.ts';

/**
 * S_SCORE = 1 - 2·mean(d), d = |Δ|/2, with equal weights and the absolute metric.
 *
 * Meaning: AGREEMENT stretched to run from -1 (always opposite) to 1 (always the same): AGREEMENT = (S + 1)/2. Null when nothing is
 * shared. Trap: 0 is not independence; two parties that vote at random with the majority score well above it.
 *
 * Source: Signorino & Ritter 1999, International Studies Quarterly 43.
 */
export const sScore = meanOf((i, j) => 1 - 2 * positionDistance(i, j));
