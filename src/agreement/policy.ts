import type { Derivation } from './derivation.ts';
import { countsAbsences, type Measure } from './measures/measure.ts';
import { levelsAt, type MemberTally } from './member-tally.ts';
import { ABSENT, isHeld, LEFT_OUT, MEAN_ONLY, SPLIT, type StanceMatrix, UNKNOWN, WEIGHTLESS } from './stance-matrix.ts';

/** What becomes of neutral positions. COUNT_AS_OPPOSE is for roll calls alone: an abstention withheld the vote. */
export type NeutralPolicy = 'KEEP' | 'EXCLUDE' | 'COUNT_AS_OPPOSE';

/** Whether roll calls on which every country with a recorded position voted alike count. Claims are never left out by it. */
export type UnanimousPolicy = 'INCLUDE' | 'EXCLUDE';

/** Whose positions a bloc has: those recorded for the bloc itself, those derived from its members, or the latter where there is none of the former. */
export type BlocPolicy = 'RECORDED_ELSE_DERIVED' | 'RECORDED' | 'DERIVED';

/**
 * How a number is made from the stances in scope. Applied in this order: bases, of members too; positions of blocs are derived; unanimous roll calls,
 * neutrals, measure, minimum.
 */
export interface Policy {
  readonly measure: Measure;
  readonly neutral: NeutralPolicy;
  readonly unanimousRollCalls: UnanimousPolicy;
  /** A pair that shares fewer propositions has no value; at least 1. */
  readonly minimumShared: number;
  /** Stances with one of these bases weigh 0: they are shown, and neither a number nor the position of a bloc counts them. */
  readonly weightlessBases: readonly string[];
  readonly blocs: BlocPolicy;
  readonly derivation: Derivation;
}

/** What a request gets that names no policy. */
export const defaultPolicy: Policy = {
  measure: 'AGREEMENT',
  neutral: 'KEEP',
  unanimousRollCalls: 'INCLUDE',
  minimumShared: 1,
  weightlessBases: [],
  blocs: 'RECORDED_ELSE_DERIVED',
  derivation: { rule: 'MAJORITY', minimumCoverage: 0.5 },
};

/** What a policy has to know of the propositions of a matrix, by column. */
export interface PropositionTraits {
  /** Whether it is a roll call; else a claim. */
  readonly isRollCall: (column: number) => boolean;
  /** 1 for a roll call on which every country with a recorded position has the same one. */
  readonly unanimous: Uint8Array;
  /** Whether any absence is recorded, of whatever party. */
  readonly hasAbsences: (column: number) => boolean;
}

const oppose = -2;

/** The cell that stands for a neutral position under a policy. */
export function neutralCell(neutral: NeutralPolicy, rollCall: boolean): number {
  if (neutral === 'EXCLUDE') return LEFT_OUT;
  return neutral === 'COUNT_AS_OPPOSE' && rollCall ? oppose : 0;
}

/**
 * The matrix as a policy sees it: positions that do not count are LEFT_OUT; absent and unknown cells stay. First unanimous roll
 * calls, then propositions without recorded absences where the measure counts these, then neutrals. The matrix itself is not changed.
 */
export function applyPolicy(matrix: StanceMatrix, traits: PropositionTraits, policy: Policy): StanceMatrix {
  const needsAbsences = countsAbsences(policy.measure);
  if (policy.neutral === 'KEEP' && policy.unanimousRollCalls === 'INCLUDE' && !needsAbsences) return matrix;
  const cells = matrix.cells.slice();
  for (let column = 0; column < matrix.columns; column++) {
    const isUnanimous = policy.unanimousRollCalls === 'EXCLUDE' && traits.unanimous[column] === 1;
    const leftOut = isUnanimous || (needsAbsences && !traits.hasAbsences(column));
    const neutral = neutralCell(policy.neutral, traits.isRollCall(column));
    for (let index = column; index < cells.length; index += matrix.columns) {
      const cell = cells[index] as number;
      if (!isHeld(cell)) continue;
      if (leftOut) cells[index] = LEFT_OUT;
      else if (cell === 0) cells[index] = neutral;
    }
  }
  return { ...matrix, cells };
}

/** The same for the members of one group: a tally of the matrix as a policy sees it, from a tally of the matrix as it is. */
export function applyPolicyToTally(
  tally: MemberTally,
  { isRollCall, unanimous }: Omit<PropositionTraits, 'hasAbsences'>,
  { neutral, unanimousRollCalls }: Pick<Policy, 'neutral' | 'unanimousRollCalls'>,
): MemberTally {
  if (neutral === 'KEEP' && unanimousRollCalls === 'INCLUDE') return tally;
  const policied = { ...tally, counts: tally.counts.slice() };
  for (let column = 0; column < tally.columns; column++) {
    const held = levelsAt(policied, column);
    if (unanimousRollCalls === 'EXCLUDE' && unanimous[column] === 1) held.fill(0);
    const cell = neutralCell(neutral, isRollCall(column));
    if (cell === 0) continue;
    if (cell === oppose) held[0] = (held[0] as number) + (held[2] as number);
    held[2] = 0;
  }
  return policied;
}

/** Why a pair's row of evidence does not count; null when it does. */
export const notCountedReasons = {
  POSITION_MISSING: 'At least one of the two parties holds no known position on the proposition.',
  ABSENT: 'At least one of the two parties was recorded as absent.',
  BASIS_WEIGHTLESS: 'At least one of the two stances has a basis that the policy weighs 0.',
  SPLIT: 'At least one of the two is a bloc whose members are on no side together.',
  MEAN_ONLY: 'At least one of the two is a bloc with the mean of its members, which is no position.',
  UNANIMOUS_ROLL_CALL: 'Everyone voted the same way, and the policy excludes unanimous roll calls.',
  ABSENCES_NOT_RECORDED: 'The measure counts absences, and none are recorded for the proposition.',
  NEUTRAL_EXCLUDED: 'At least one of the two parties is neutral, and the policy excludes neutral positions.',
  NEUTRAL_ASIDE: 'At least one of the two parties is neutral, and this measure ignores neutral positions.',
  PAIR_WITHHELD: 'The pair has no value, for example because it shares too few propositions.',
} as const;

export type NotCountedReason = keyof typeof notCountedReasons;

/** Why a whole proposition is left out; null when it is not. */
export type LeftOutReason = 'UNANIMOUS_ROLL_CALL' | 'ABSENCES_NOT_RECORDED' | null;

/** Why a pair of cells of the matrix as the policy sees it cannot count, or null. */
export function whyNotCounted(a: number, b: number, leftOut: LeftOutReason): NotCountedReason | null {
  if (isHeld(a) && isHeld(b)) return null;
  if (a === UNKNOWN || b === UNKNOWN) return 'POSITION_MISSING';
  if (a === ABSENT || b === ABSENT) return 'ABSENT';
  if (a === WEIGHTLESS || b === WEIGHTLESS) return 'BASIS_WEIGHTLESS';
  if (a === SPLIT || b === SPLIT) return 'SPLIT';
  if (a === MEAN_ONLY || b === MEAN_ONLY) return 'MEAN_ONLY';
  return leftOut ?? 'NEUTRAL_EXCLUDED';
}
