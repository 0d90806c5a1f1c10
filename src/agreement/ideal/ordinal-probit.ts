import { type DividedVotes, SILENT } from './divided-votes.ts';
import { AT_LOWER, AT_UPPER, LOG_PROBABILITY, voteTerms } from './vote-likelihood.ts';

/**
 * Values of all parameters. A party at x opposes a proposition with probability Φ(lower - slope · x) and supports it with 1 - Φ(upper - slope · x); between
 * the two it is neutral. `lower` and `upper` are the cuts there are: of a proposition that two of the three sides were taken on, `lower` is the only one.
 */
export interface Estimate {
  readonly positions: Float64Array;
  readonly slopes: Float64Array;
  readonly lowers: Float64Array;
  readonly uppers: Float64Array;
}

/** Standard deviations of the normal priors, all of mean 0: that of the positions is 1. */
export interface Priors {
  readonly slope: number;
  readonly cut: number;
}

/** Parameters of a proposition: its slope, its lower cut and, where all three sides were taken, its upper one. */
export const [SLOPE, LOWER, UPPER] = [0, 1, 2];
export const itemParameters = 3;

/** The votes as the model counts them: sides that nobody took on a proposition are passed over. */
export interface OrdinalVotes {
  readonly parties: number;
  readonly items: number;
  /** `levels[i * items + j]`: 0, 1 or 2 from the lowest side taken on, or SILENT. */
  readonly levels: Int8Array;
  /** By item, the number of sides taken, 2 or 3. */
  readonly sides: Uint8Array;
}

export function ordinalVotes({ rows, columns, sides }: DividedVotes): OrdinalVotes {
  const items = columns.length;
  const levels = sides.slice();
  const taken = Uint8Array.from(columns, (_, item) => {
    const isTaken = [false, false, false];
    for (let cell = item; cell < sides.length; cell += items)
      if (sides[cell] !== SILENT) isTaken[sides[cell] as number] = true;
    const levelOf = isTaken.map((_taken, side) => isTaken.slice(0, side).filter(Boolean).length);
    for (let cell = item; cell < sides.length; cell += items)
      if (sides[cell] !== SILENT) levels[cell] = levelOf[sides[cell] as number] as number;
    return isTaken.filter(Boolean).length;
  });
  return { parties: rows.length, items, levels, sides: taken };
}

/** First and second derivatives at an estimate; the second ones with their sign turned, so that they are positive where the function bends down. */
export interface Derivatives {
  /** Of the positions. */
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  /** By item: its parameters, and the lower triangle of its 3 x 3 block, by rows. */
  readonly itemGradient: Float64Array;
  readonly itemCurvature: Float64Array;
  /** By item and parameter, with the position of each party: `cross[(j * 3 + parameter) * parties + i]`. */
  readonly cross: Float64Array;
}

/** Room for the derivatives of so many parties and items. */
export const roomForDerivatives = ({ parties, items }: OrdinalVotes): Derivatives => ({
  gradient: new Float64Array(parties),
  curvature: new Float64Array(parties),
  itemGradient: new Float64Array(items * itemParameters),
  itemCurvature: new Float64Array(items * 6),
  cross: new Float64Array(items * itemParameters * parties),
});

/**
 * The logarithm of the likelihood times the priors (without its constant), and its derivatives, which are written to `into`. A plain loop over all votes: this
 * is where the time goes.
 */
export function penalisedLikelihood(
  { parties, items, levels, sides }: OrdinalVotes,
  { positions, slopes, lowers, uppers }: Estimate,
  priors: Priors,
  into: Derivatives,
): number {
  const { gradient, curvature, itemGradient, itemCurvature, cross } = into;
  const ofSlope = 1 / (priors.slope * priors.slope);
  const ofCut = 1 / (priors.cut * priors.cut);
  const terms = new Float64Array(3);
  let value = 0;
  for (let i = 0; i < parties; i++) {
    const x = positions[i] as number;
    gradient[i] = -x;
    curvature[i] = 1;
    value -= (x * x) / 2;
  }
  cross.fill(0);
  for (let j = 0; j < items; j++) {
    const slope = slopes[j] as number;
    const lower = lowers[j] as number;
    const three = sides[j] === 3;
    const upper = three ? (uppers[j] as number) : lower;
    value -= (slope * slope * ofSlope + lower * lower * ofCut + (three ? upper * upper * ofCut : 0)) / 2;
    let gSlope = -slope * ofSlope;
    let gLower = -lower * ofCut;
    let gUpper = three ? -upper * ofCut : 0;
    let hSlope = ofSlope;
    let hLower = ofCut;
    let hUpper = ofCut;
    let hSlopeLower = 0;
    let hSlopeUpper = 0;
    let hLowerUpper = 0;
    const crossSlope = j * itemParameters * parties;
    const crossLower = crossSlope + parties;
    const crossUpper = crossLower + parties;
    const top = three ? 2 : 1;
    for (let i = 0; i < parties; i++) {
      const level = levels[i * items + j] as number;
      if (level === SILENT) continue;
      const x = positions[i] as number;
      // The bounds of the vote: the lower cut is the upper bound of level 0 and the lower bound of level 1.
      const low = level === 0 ? Number.NEGATIVE_INFINITY : (level === 1 ? lower : upper) - slope * x;
      const high = level === top ? Number.POSITIVE_INFINITY : (level === 0 ? lower : upper) - slope * x;
      voteTerms(low, high, terms);
      value += terms[LOG_PROBABILITY] as number;
      const atLow = terms[AT_LOWER] as number;
      const atHigh = terms[AT_UPPER] as number;
      const g = atLow - atHigh; // by slope · x
      const lowPart = level === 0 ? 0 : atLow * (low - g);
      const highPart = level === top ? 0 : atHigh * (g - high);
      const h = -(lowPart + highPart);
      gradient[i] = (gradient[i] as number) + g * slope;
      curvature[i] = (curvature[i] as number) + h * slope * slope;
      gSlope += g * x;
      hSlope += h * x * x;
      cross[crossSlope + i] = h * slope * x - g;
      if (level === 1 || (level === 2 && !three)) {
        gLower -= atLow;
        hLower += atLow * (atLow - low);
        hSlopeLower += lowPart * x;
        cross[crossLower + i] = lowPart * slope;
      } else if (level === 2) {
        gUpper -= atLow;
        hUpper += atLow * (atLow - low);
        hSlopeUpper += lowPart * x;
        cross[crossUpper + i] = lowPart * slope;
      }
      if (level === 0) {
        gLower += atHigh;
        hLower += atHigh * (atHigh + high);
        hSlopeLower += highPart * x;
        cross[crossLower + i] = highPart * slope;
      } else if (level === 1 && three) {
        gUpper += atHigh;
        hUpper += atHigh * (atHigh + high);
        hSlopeUpper += highPart * x;
        cross[crossUpper + i] = highPart * slope;
        hLowerUpper -= atLow * atHigh;
      }
    }
    itemGradient.set([gSlope, gLower, gUpper], j * itemParameters);
    itemCurvature.set([hSlope, hSlopeLower, hLower, hSlopeUpper, hLowerUpper, hUpper], j * 6);
  }
  return value;
}
