import { positionDistance, squaredDistance } from './contingency.ts';
import { alphaOf } from './measures/alpha.ts';
import { noValue, type Value } from './measures/kernel.ts';
import { countsAt, levelsAt, type MemberCounts, type MemberTally } from './member-tally.ts';
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
  const shared = columns.filter((column) => countsAt(tally, column).spoke >= 2);
  const enough = shared.length >= minimumShared;
  const missing = noValue(shared.length > 0 && !enough ? 'BELOW_MINIMUM_SHARED' : 'NO_SHARED_EVIDENCE');
  const counts = shared.map((column) => countsAt(tally, column));
  const rices = counts.map(riceIndex).filter((index) => index !== null);
  const indexes = counts.map(agreementIndex).filter((index) => index !== null);
  const pairs = pairsOver(tally, shared);
  const ifEnough = (value: () => Value) => (shared.length === 0 || !enough ? missing : value());
  return {
    propositions: shared.length,
    agreementIndex: ifEnough(() => ({ value: mean(indexes) })),
    rice: ifEnough(() => (rices.length === 0 ? noValue('ALL_NEUTRAL') : { value: mean(rices) })),
    ricePropositions: rices.length,
    pairAgreement: ifEnough(() => ({ value: 1 - pairs.distance / pairs.comparisons })),
    comparisons: pairs.comparisons,
    alpha: ifEnough(() => alphaOf(reliabilityOver(tally, shared), squaredDistance)),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How many comparisons of two members on one proposition there are, and the sum of their d. */
function pairsOver(tally: MemberTally, columns: readonly number[]) {
  let comparisons = 0;
  let distance = 0;
  for (const column of columns) {
    const counts = levelsAt(tally, column);
    for (let i = 0; i < levels; i++) {
      const those = counts[i] as number;
      if (those === 0) continue;
      comparisons += (those * (those - 1)) / 2;
      for (let j = i + 1; j < levels; j++) {
        const others = counts[j] as number;
        comparisons += those * others;
        distance += those * others * positionDistance(i, j);
      }
    }
  }
  return { comparisons, distance };
}

function reliabilityOver(tally: MemberTally, columns: readonly number[]) {
  const counts = new Float64Array(columns.length * levels);
  columns.forEach((column, unit) => {
    counts.set(levelsAt(tally, column), unit * levels);
  });
  return { levels, units: columns.length, counts };
}
