import { type Distance, noValue, positionDistance, squaredDistance, type Value } from './contingency.ts';
import { alphaFrom } from './measures/alpha.ts';
import { countsAt, type MemberCounts, type MemberTally, tallySlots } from './member-tally.ts';
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
  const usage = new Float64Array(levels);
  const sums = { shared: 0, index: 0, rice: 0, sided: 0, comparisons: 0, distance: 0, pairable: 0, disagreement: 0 };
  for (const column of columns) {
    const counts = countsAt(tally, column);
    const { spoke } = counts;
    if (spoke < 2) continue;
    sums.shared++;
    sums.index += agreementIndex(counts) ?? 0; // it has one, as two hold a position
    const rice = riceIndex(counts);
    if (rice !== null) {
      sums.rice += rice;
      sums.sided++;
    }
    sums.comparisons += (spoke * (spoke - 1)) / 2;
    sums.distance += apartAt(tally, column, positionDistance);
    sums.pairable += spoke;
    sums.disagreement += (2 * apartAt(tally, column, squaredDistance)) / (spoke - 1); // each of two members with the other
    addUsage(usage, tally, column);
  }
  const { shared } = sums;
  const withheld = shared < minimumShared ? 'BELOW_MINIMUM_SHARED' : null;
  const reason = shared === 0 ? 'NO_SHARED_EVIDENCE' : withheld;
  const unless = (value: () => Value): Value => (reason === null ? value() : noValue(reason));
  return {
    propositions: shared,
    agreementIndex: unless(() => ({ value: sums.index / shared })),
    rice: unless(() => (sums.sided === 0 ? noValue('ALL_NEUTRAL') : { value: sums.rice / sums.sided })),
    ricePropositions: sums.sided,
    pairAgreement: unless(() => ({ value: 1 - sums.distance / sums.comparisons })),
    comparisons: sums.comparisons,
    alpha: unless(() => alphaFrom({ ...sums, usage }, squaredDistance)),
  };
}

/** The sum of a distance over all pairs of members that hold a position on a column. It depends on how many levels apart they are. */
function apartAt({ counts }: MemberTally, column: number, distance: Distance): number {
  const at = column * tallySlots;
  let sum = 0;
  for (let apart = 1; apart < levels; apart++) {
    let pairs = 0;
    for (let slot = at; slot + apart < at + levels; slot++)
      pairs += (counts[slot] as number) * (counts[slot + apart] as number);
    if (pairs > 0) sum += pairs * distance(0, apart);
  }
  return sum;
}

function addUsage(usage: Float64Array, { counts }: MemberTally, column: number): void {
  const at = column * tallySlots;
  for (let level = 0; level < levels; level++) usage[level] = (usage[level] as number) + (counts[at + level] as number);
}
