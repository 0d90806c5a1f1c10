import { type ContingencyTable, type Distance, margins, squaredDistance } from '../contingency.ts';
import { chanceCorrected, expectedDisagreement } from './chance-corrected.ts';

/** Cohen's kappa for any disagreement weights (0 on the diagonal): chance = the product of the two margins. */
export const kappaWith = (weight: Distance) =>
  chanceCorrected(weight, (table: ContingencyTable) => {
    const { rows, columns } = margins(table);
    return expectedDisagreement(rows, columns, weight) / table.total ** 2;
  });

/**
 * WEIGHTED_KAPPA = 1 - ΣO·d² / ΣE·d², E from the two margins.
 *
 * Meaning: agreement beyond what two parties with these habits would reach by chance. Range -1 to 1; 0 = no more than chance. Null
 * when nothing is shared or when both always hold the same one position (NO_VARIATION). Trap: it forgives a difference of habits:
 * a party that always leans and one that always commits are compared from their own margins.
 *
 * Source: Cohen 1968, Psychological Bulletin 70; for foreign policy Häge 2011, Political Analysis 19.
 */
export const weightedKappa = kappaWith(squaredDistance);
