import { type ContingencyTable, type Distance, margins, squaredDistance } from '../contingency.ts';
import { chanceCorrected, expectedDisagreement } from './chance-corrected.ts';

/** Scott's pi for any disagreement weights (0 on the diagonal): chance = the pooled margin with itself. */
export const piWith = (weight: Distance) =>
  chanceCorrected(weight, (table: ContingencyTable) => {
    const { rows, columns } = margins(table);
    const pooled = rows.map((count, level) => (count + (columns[level] as number)) / (2 * table.total));
    return expectedDisagreement(pooled, pooled, weight);
  });

/**
 * WEIGHTED_PI = 1 - ΣO·d² / ΣE·d², E from the pooled margin.
 *
 * Meaning: like WEIGHTED_KAPPA, but chance is one habit common to both, so a difference of habits counts as disagreement. Range -1 to
 * 1; 0 = no more than chance. Null when nothing is shared or when both always hold the same one position (NO_VARIATION). Trap: low
 * when nearly all positions are alike, even if the few others agree.
 *
 * Source: Scott 1955, Public Opinion Quarterly 19; for foreign policy Häge 2011, Political Analysis 19.
 */
export const weightedPi = piWith(squaredDistance);
