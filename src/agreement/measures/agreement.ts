import { positionDistance } from '../contingency.ts';
import { meanOf } from './mean.ts';

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
