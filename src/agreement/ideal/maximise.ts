import { normalQuantile } from '../intervals/quantiles.ts';
import { ArrowSystem, type Step } from './arrow-system.ts';
import { type DividedVotes, SILENT } from './divided-votes.ts';
import { firstAxis } from './first-axis.ts';
import {
  type Estimate,
  itemParameters,
  LOWER,
  type OrdinalVotes,
  type Priors,
  penalisedLikelihood,
  roomForDerivatives,
  SLOPE,
  UPPER,
} from './ordinal-probit.ts';

/** Where a function is greatest, as far as Newton's steps led. */
export interface Maximum {
  readonly estimate: Estimate;
  readonly value: number;
  /** Of the curvature of the positions there, the items being eliminated: see `ArrowSystem.inverseFactor`. */
  readonly inverseFactor: Float64Array;
  readonly rounds: number;
  readonly converged: boolean;
}

export interface MaximiseOptions {
  readonly priors: Priors;
  /** A step that changes no parameter by more is the last. */
  readonly tolerance: number;
  /** Systems that are solved at most. */
  readonly mostRounds: number;
}

const [firstDamping, leastDamping, shrink, grow] = [0.5, 1e-6, 0.03, 5];

/** Sums over some ten thousand votes differ by less from rounding alone. */
const rounding = 1e-12;

/**
 * The mode of the ordinal probit under the priors: Newton's steps, damped (Levenberg 1944) as far as needed for each of them to raise it, from the first
 * principal component on.
 */
export function maximise(
  divided: DividedVotes,
  votes: OrdinalVotes,
  { priors, tolerance, mostRounds }: MaximiseOptions,
): Maximum {
  const system = new ArrowSystem(votes.parties, votes.items);
  let [here, there] = [roomForDerivatives(votes), roomForDerivatives(votes)];
  let estimate = beginning(firstAxis(divided), votes);
  let value = penalisedLikelihood(votes, estimate, priors, here);
  let damping: number = firstDamping;
  let converged = false;
  let rounds = 0;
  while (!converged && rounds < mostRounds) {
    rounds++;
    const step = system.solve(here, damping);
    const next = step && stepped(estimate, step, votes);
    const reached = next === null ? Number.NEGATIVE_INFINITY : penalisedLikelihood(votes, next, priors, there);
    if (step === null || next === null || !(reached >= value - rounding * Math.abs(value))) {
      damping = Math.max(damping * grow, leastDamping);
      continue;
    }
    converged = damping === 0 && largest(step) <= tolerance;
    damping = damping * shrink < leastDamping ? 0 : damping * shrink;
    [estimate, value, here, there] = [next, reached, there, here];
  }
  for (let damping = 0; system.solve(here, damping) === null; ) damping = Math.max(damping * grow, leastDamping);
  return { estimate, value, inverseFactor: system.inverseFactor(), rounds, converged };
}

const largest = ({ positions, items }: Step): number => {
  const most = (values: Float64Array) => values.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  return Math.max(most(positions), most(items));
};

/** The estimate after a step; null where an upper cut would not lie above the lower one. */
function stepped(estimate: Estimate, { positions, items }: Step, { sides }: OrdinalVotes): Estimate | null {
  const moved = (values: Float64Array, parameter: number) =>
    values.map((value, j) => value + (items[j * itemParameters + parameter] as number));
  const next = {
    positions: estimate.positions.map((position, i) => position + (positions[i] as number)),
    slopes: moved(estimate.slopes, SLOPE),
    lowers: moved(estimate.lowers, LOWER),
    uppers: moved(estimate.uppers, UPPER),
  };
  const inOrder = sides.every((taken, j) => taken < 3 || (next.uppers[j] as number) > (next.lowers[j] as number));
  return inOrder ? next : null;
}

/** An estimate from about where the parties are: each slope as the votes lean along the axis, each cut as often as its side was taken. */
function beginning(positions: Float64Array, { parties, items, levels, sides }: OrdinalVotes): Estimate {
  const [slopes, lowers, uppers] = [new Float64Array(items), new Float64Array(items), new Float64Array(items)];
  for (let j = 0; j < items; j++) {
    const counts = [0, 0, 0];
    const sums = { level: 0, position: 0, both: 0 };
    for (let i = 0; i < parties; i++) {
      const level = levels[i * items + j] as number;
      if (level === SILENT) continue;
      const position = positions[i] as number;
      counts[level] = (counts[level] as number) + 1;
      sums.level += level;
      sums.position += position;
      sums.both += level * position;
    }
    const [first, second, third] = counts as unknown as readonly [number, number, number];
    const all = first + second + third;
    const cut = (below: number) => usualStretch * normalQuantile((below + 0.25) / (all + 0.5));
    slopes[j] = Math.sign(sums.both - (sums.level * sums.position) / all);
    lowers[j] = cut(first);
    if (sides[j] === 3) uppers[j] = Math.max(cut(first + second), (lowers[j] as number) + leastGap);
  }
  return { positions, slopes, lowers, uppers };
}

const [usualStretch, leastGap] = [1.2, 0.05];
