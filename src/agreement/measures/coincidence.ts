import { type ContingencyTable, weightedSum } from '../contingency.ts';
import { noValue, type PairKernel } from './kernel.ts';

const side = (level: number, table: ContingencyTable) => Math.sign(level - (table.levels - 1) / 2);
const sameSide = (table: ContingencyTable) => (i: number, j: number) => (side(i, table) * side(j, table) > 0 ? 1 : 0);
const oppositeSides = (table: ContingencyTable) => (i: number, j: number) =>
  side(i, table) * side(j, table) < 0 ? 1 : 0;

/**
 * COINCIDENCE = same side / (same side + opposite sides); a shared proposition on which either is neutral is left aside.
 *
 * Meaning: of the times both took a side, how often it was the same one; a lean counts as its side. Range 0 to 1. Null when nothing
 * is shared, or when nothing is left (ALL_NEUTRAL). Trap: a party that abstains whenever it disagrees looks like a perfect ally.
 *
 * Source: the voting coincidence of the US Department of State's reports "Voting Practices in the United Nations".
 */
export const coincidence: PairKernel = {
  value(table) {
    if (table.total === 0) return noValue('NO_SHARED_EVIDENCE');
    const same = weightedSum(table, sameSide(table));
    const opposite = weightedSum(table, oppositeSides(table));
    return same + opposite === 0 ? noValue('ALL_NEUTRAL') : { value: same / (same + opposite) };
  },
  contribution(table) {
    const same = sameSide(table);
    const opposite = oppositeSides(table);
    const decided = weightedSum(table, same) + weightedSum(table, opposite);
    return (i, j) => (same(i, j) + opposite(i, j) === 0 ? null : same(i, j) / decided);
  },
};
