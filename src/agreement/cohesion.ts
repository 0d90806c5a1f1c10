import { positionDistance, squaredDistance } from './contingency.ts';
import { alphaOf } from './measures/alpha.ts';
import { noValue, type Value } from './measures/kernel.ts';
import { countsAt, levelsAt, type MemberCounts, type MemberTally, tallySlots } from './member-tally.ts';
import { levels } from './position.ts';

/** How far the members of a group hold together over some propositions: those on which at least two of them hold a position. */
export interface Cohesion {
  /** Propositions on which at least two members hold a position. */
  readonly propositions: number;
  /** Mean of the Agreement Index over those propositions, 0 to 1. */
  readonly agreementIndex: Value;
  /** Mean of Rice's index over those of them on which a member took a side, 0 to 1. */
  readonly rice: Value;
  readonly ricePropositions: number;
  /** Mean of 1 - d over all comparisons of two members on one proposition, 0 to 1. */
  readonly pairAgreement: Value;
  readonly comparisons: number;
  /** Krippendorff's alpha, up to 1; 0 = chance. */
  readonly alpha: Value;
}

/**
 * Agreement Index = (max(Y, N, A) - ½(Y + N + A - max)) / (Y + N + A), of the members for, against and neutral.
 *
 * Meaning: 1 when all do the same, 0 when the three are equally many. Null when nobody holds a position. Trap: two members of a
 * group of two that differ give ¼, not 0.
 *
 * Source: Hix, Noury & Roland 2005, British Journal of Political Science 35.
 */
export function agreementIndex({ support, neutral, oppose, spoke }: MemberCounts): number | null {
  if (spoke === 0) return null;
  const most = Math.max(support, neutral, oppose);
  return (most - (spoke - most) / 2) / spoke;
}

/**
 * Rice = |Y - N| / (Y + N), neutral members aside.
 *
 * Meaning: 1 when all that took a side took the same, 0 when they are halved. Null when nobody took a side. Trap: abstaining is invisible, and
 * small groups score high by chance.
 *
 * Source: Rice 1925, Political Science Quarterly 40.
 */
export function riceIndex({ support, oppose }: MemberCounts): number | null {
  return support + oppose === 0 ? null : Math.abs(support - oppose) / (support + oppose);
}

/** Cohesion over some columns of a tally. All values are null where fewer than `minimumShared` of them have two members that hold a position. */
export function cohesionOver(tally: MemberTally, columns: readonly number[], minimumShared: number): Cohesion {
  const shared: number[] = [];
  const sums = { index: 0, rice: 0, sided: 0, comparisons: 0, distance: 0 };
  for (const column of columns) {
    const counts = countsAt(tally, column);
    if (counts.spoke < 2) continue;
    shared.push(column);
    sums.index += agreementIndex(counts) ?? 0; // it has one, as two hold a position
    const rice = riceIndex(counts);
    if (rice !== null) {
      sums.rice += rice;
      sums.sided++;
    }
    sums.comparisons += (counts.spoke * (counts.spoke - 1)) / 2;
    sums.distance += distanceAt(tally, column);
  }
  const propositions = shared.length;
  const withheld = propositions < minimumShared ? 'BELOW_MINIMUM_SHARED' : null;
  const reason = propositions === 0 ? 'NO_SHARED_EVIDENCE' : withheld;
  const unless = (value: () => Value): Value => (reason === null ? value() : noValue(reason));
  return {
    propositions,
    agreementIndex: unless(() => ({ value: sums.index / propositions })),
    rice: unless(() => (sums.sided === 0 ? noValue('ALL_NEUTRAL') : { value: sums.rice / sums.sided })),
    ricePropositions: sums.sided,
    pairAgreement: unless(() => ({ value: 1 - sums.distance / sums.comparisons })),
    comparisons: sums.comparisons,
    alpha: unless(() => alphaOf(reliabilityOver(tally, shared), squaredDistance)),
  };
}

/** The sum of d over all pairs of members that hold a position on a column. */
function distanceAt({ counts }: MemberTally, column: number): number {
  const at = column * tallySlots;
  let distance = 0;
  for (let i = 0; i < levels; i++) {
    const those = counts[at + i] as number;
    if (those === 0) continue;
    for (let j = i + 1; j < levels; j++) distance += those * (counts[at + j] as number) * positionDistance(i, j);
  }
  return distance;
}

function reliabilityOver(tally: MemberTally, columns: readonly number[]) {
  const counts = new Float64Array(columns.length * levels);
  columns.forEach((column, unit) => {
    counts.set(levelsAt(tally, column), unit * levels);
  });
  return { levels, units: columns.length, counts };
}
