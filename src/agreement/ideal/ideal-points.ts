import type { NoValueReason } from '../contingency.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { type DividedVotes, dividedVotes, SILENT, type VotesRule } from './divided-votes.ts';
import { meanAndSpread } from './first-axis.ts';
import { type Maximum, maximise } from './maximise.ts';
import { ordinalVotes } from './ordinal-probit.ts';

/** What of ideal points is fixed: standard deviations of the priors, and when the estimate is finished. */
export const idealMethod = { priors: { slope: 0.5, cut: 3 }, tolerance: 1e-8, mostRounds: 60 } as const;

/** Fewer parties are on no line. */
const fewestParties = 3;

/** One line on which the parties lie, and how each proposition cuts it. Positions are in standard deviations: mean 0, variance 1 over the parties kept. */
export interface IdealPoints {
  /** Who and what is kept, and what is left out. */
  readonly votes: DividedVotes;
  /** By row kept; null where there is none, and `reason` says why. */
  readonly points: readonly IdealPoint[] | null;
  /** By column kept; empty where there are no points. */
  readonly cuts: readonly PropositionCuts[];
  readonly reason: NoValueReason | null;
  /** Newton steps taken; whether the last of them changed nothing by more than the tolerance. */
  readonly rounds: number;
  readonly converged: boolean;
}

export interface IdealPoint {
  readonly value: number;
  /** Standard error of the value, on its scale. */
  readonly error: number;
  /** Propositions kept on which the party holds a position. */
  readonly voted: number;
}

/** How a proposition cuts the line: a party at x opposes it with probability Φ(lower - discrimination · x) and supports it with Φ(discrimination · x - upper). */
export interface PropositionCuts {
  /** Positive where support grows with the position. */
  readonly discrimination: number;
  /** Null where no party kept opposes it; equal to `upper` where none is neutral. */
  readonly lower: number | null;
  /** Null where no party kept supports it. */
  readonly upper: number | null;
  readonly oppose: number;
  readonly neutral: number;
  readonly support: number;
}

/**
 * Ideal points: one dimension, an ordinal probit with two cuts per proposition, at the mode under normal priors, by Newton's method over all parameters at
 * once. Standard errors are from the curvature there, the uncertainty of the cuts included, for values of fixed mean and variance.
 *
 * Meaning: parties that vote alike are near each other, and what divides along the line counts more than what does not. Null with a reason where fewer than
 * three parties or no proposition are left, or where the votes show no line. Trap: one line is fitted even where there are two; values of different scopes
 * are on different scales.
 *
 * Source: Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61, without their bridging between sessions.
 *
 * `rows` are the parties asked about; `positive`, if it is kept, is the row whose value is to be positive, else that farthest from the mean is.
 */
export function idealPointsOf(
  matrix: StanceMatrix,
  rows: readonly number[],
  rule: VotesRule,
  positive: number | null,
): IdealPoints {
  const votes = dividedVotes(matrix, rows, rule);
  const none = (reason: NoValueReason, rounds = 0, converged = true): IdealPoints => ({
    ...{ votes, points: null, cuts: [], reason, rounds, converged },
  });
  if (votes.rows.length < fewestParties) return none('TOO_FEW_PARTIES');
  if (votes.columns.length === 0) return none('NO_VARIATION');
  const maximum = maximise(votes, ordinalVotes(votes), idealMethod);
  const { rounds, converged } = maximum;
  const { mean, spread } = meanAndSpread(maximum.estimate.positions);
  if (!(spread > leastSpread)) return none('NO_VARIATION', rounds, converged);
  const values = maximum.estimate.positions.map((position) => (position - mean) / spread);
  const sign = signOf(values, positive === null ? -1 : votes.rows.indexOf(positive));
  const errors = errorsOf(maximum, values, spread);
  const points = votes.rows.map((_, i) => ({
    value: sign * (values[i] as number),
    error: errors[i] as number,
    voted: votedBy(votes, i),
  }));
  const cuts = votes.columns.map((_, j) => cutsOf(votes, maximum, j, { mean, spread: sign * spread }));
  return { votes, points, cuts, reason: null, rounds, converged };
}

/** Positions that spread less are all at the mean, where the priors hold them: the votes outweigh these on no line. */
const leastSpread = 1e-4;

function signOf(values: Float64Array, positive: number): 1 | -1 {
  let farthest = positive;
  if (positive === -1) {
    farthest = 0;
    for (let i = 1; i < values.length; i++)
      if (Math.abs(values[i] as number) > Math.abs(values[farthest] as number) + rounding) farthest = i;
  }
  return (values[farthest] as number) < 0 ? -1 : 1;
}

const rounding = 1e-9;

const votedBy = ({ columns, sides }: DividedVotes, i: number): number =>
  sides
    .subarray(i * columns.length, (i + 1) * columns.length)
    .reduce((voted, side) => voted + Number(side !== SILENT), 0);

/**
 * Standard errors of the values: the mean and the variance of these are fixed, so that what would move or stretch all of them alike is taken out (the delta
 * method).
 */
function errorsOf({ inverseFactor: inverse }: Maximum, values: Float64Array, spread: number): Float64Array {
  const n = values.length;
  const squares = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let [sum, along] = [0, 0];
    for (let i = 0; i <= row; i++) {
      sum += inverse[row * n + i] as number;
      along += (inverse[row * n + i] as number) * (values[i] as number);
    }
    for (let i = 0; i < n; i++) {
      const own = i <= row ? (inverse[row * n + i] as number) : 0;
      const left = own - sum / n - (along * (values[i] as number)) / n;
      squares[i] = (squares[i] as number) + left * left;
    }
  }
  return squares.map((square) => Math.sqrt(square) / spread);
}

function cutsOf(
  { rows, columns, sides }: DividedVotes,
  { estimate: { slopes, lowers, uppers } }: Maximum,
  j: number,
  { mean, spread }: { readonly mean: number; readonly spread: number },
): PropositionCuts {
  const counts = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const side = sides[i * columns.length + j] as number;
    if (side !== SILENT) counts[side] = (counts[side] as number) + 1;
  }
  const [oppose, neutral, support] = counts as unknown as readonly [number, number, number];
  const slope = slopes[j] as number;
  const first = (lowers[j] as number) - slope * mean;
  const second = oppose > 0 && neutral > 0 ? (uppers[j] as number) - slope * mean : first;
  return {
    discrimination: slope * spread,
    lower: oppose === 0 ? null : first,
    upper: support === 0 ? null : second,
    ...{ oppose, neutral, support },
  };
}
