import {
  absentLevel,
  type ContingencyTable,
  type Distance,
  noValue,
  type PairKernel,
  weightedSum,
} from '../contingency.ts';
import { levels } from '../position.ts';

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
 * Source: the voting coincidence of the US Department of State's reports "Voting Practices in the United Nations" for 2013 to 2016.
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

const sideOf = (level: number) => Math.sign(level - (levels - 1) / 2);

/** 1 on the same side or both neutral, ½ when one is neutral, 0 on opposite sides; ½ for one that is absent. */
const halfForPartial: Distance = (i, j) =>
  i === absentLevel || j === absentLevel ? 1 / 2 : 1 - Math.abs(sideOf(i) - sideOf(j)) / 2;

/** The mean of those scores over the shared propositions and `absences` more, each of which counts as half. */
const meanOfSides = (absencesOf: (table: ContingencyTable) => number): PairKernel => ({
  value(table) {
    if (table.total === 0) return noValue('NO_SHARED_EVIDENCE');
    const absences = absencesOf(table);
    return { value: (weightedSum(table, halfForPartial) + absences / 2) / (table.total + absences) };
  },
  contribution(table) {
    const all = table.total + absencesOf(table);
    return (i, j) => halfForPartial(i, j) / all;
  },
});

/**
 * COINCIDENCE_2017 = (same side + half of those on which one is neutral) / all shared; both neutral is the same side.
 *
 * Meaning: COINCIDENCE in which withholding a vote is half an agreement. On votes (yes, abstain, no) it equals AGREEMENT; a lean counts as its
 * side. Range 0 to 1. Null when nothing is shared. Trap: not comparable with COINCIDENCE, which is lower for most pairs with many abstentions.
 *
 * Source: the voting coincidence of the US Department of State's reports "Voting Practices in the United Nations" since 2017.
 */
export const coincidence2017: PairKernel = meanOfSides(() => 0);

/**
 * COINCIDENCE_2022 = (same side + half of those on which one is neutral + half of those on which one is absent) / all of these.
 *
 * Meaning: as COINCIDENCE_2017, with each recorded absence as half an agreement. Range 0 to 1. Null when nothing is shared. Propositions for
 * which no absence of anybody is recorded are left out. Trap: a party that is mostly absent approaches ½ with everybody.
 *
 * Source: the voting coincidence of the US Department of State's reports "Voting Practices in the United Nations" since 2022.
 */
export const coincidence2022: PairKernel = meanOfSides(({ absences }) => absences);
