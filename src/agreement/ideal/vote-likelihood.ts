/** √(2π) */
const rootTwoPi = 2.5066282746310002;

/**
 * The R of Φ(-z) = e^(-z²/2) · R(z), for z >= 0: what is left of the tail of the normal distribution without the factor that underflows. Right to about
 * 1e-15.
 *
 * Source: Hart 1968, algorithm 5666, as given by West 2005, "Better approximations to cumulative normal functions".
 */
function scaledTail(z: number): number {
  if (z >= 7.071067811865475) {
    const fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
    return 1 / (fraction * rootTwoPi);
  }
  const above =
    (((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
      112.079291497871) *
      z +
      221.213596169931) *
      z +
    220.206867912376;
  const below =
    ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
      296.564248779674) *
      z +
      637.333633378831) *
      z +
      793.826512519948) *
      z +
    440.413735824752;
  return above / below;
}

/** What `voteTerms` writes: the logarithm of the probability, and the density at either bound, divided by the probability. */
export const [LOG_PROBABILITY, AT_LOWER, AT_UPPER] = [0, 1, 2];

/**
 * How likely it is that a standard normal variable lies between two bounds, `lower` < `upper`; -Infinity and Infinity are none. Writes three terms,
 * right far out in the tails too, where the probability itself would be 0.
 */
export function voteTerms(lower: number, upper: number, terms: Float64Array): void {
  if (lower === Number.NEGATIVE_INFINITY) oneSided(upper, terms, AT_UPPER, AT_LOWER);
  else if (upper === Number.POSITIVE_INFINITY) oneSided(-lower, terms, AT_LOWER, AT_UPPER);
  else if (lower > 0) between(-upper, -lower, terms, AT_UPPER, AT_LOWER);
  else between(lower, upper, terms, AT_LOWER, AT_UPPER);
}

/** The probability of being below one bound. */
function oneSided(bound: number, terms: Float64Array, at: number, other: number): void {
  terms[other] = 0;
  const exponent = (-bound * bound) / 2;
  if (bound < 0) {
    const tail = scaledTail(-bound);
    terms[LOG_PROBABILITY] = exponent + Math.log(tail);
    terms[at] = 1 / (rootTwoPi * tail);
    return;
  }
  const density = Math.exp(exponent);
  const probability = 1 - density * scaledTail(bound);
  terms[LOG_PROBABILITY] = Math.log(probability);
  terms[at] = density / rootTwoPi / probability;
}

/** The probability of being between two bounds, of which the lower one is not above 0. */
function between(lower: number, upper: number, terms: Float64Array, atLower: number, atUpper: number): void {
  if (upper < 0) {
    const smaller = Math.exp((upper - lower) * (upper + lower) * 0.5); // the factor of the lower tail, by that of the upper one
    const scaled = scaledTail(-upper) - smaller * scaledTail(-lower);
    terms[LOG_PROBABILITY] = (-upper * upper) / 2 + Math.log(scaled);
    terms[atUpper] = 1 / (rootTwoPi * scaled);
    terms[atLower] = smaller / (rootTwoPi * scaled);
    return;
  }
  const low = Math.exp((-lower * lower) / 2);
  const high = Math.exp((-upper * upper) / 2);
  const probability = 1 - low * scaledTail(-lower) - high * scaledTail(upper);
  terms[LOG_PROBABILITY] = Math.log(probability);
  terms[atUpper] = high / rootTwoPi / probability;
  terms[atLower] = low / rootTwoPi / probability;
}
