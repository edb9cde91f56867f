import { probit } from "simple-statistics";

/** Up to here the terms are summed; past it four moments say as much. */
const SUMMED = 60;

/** What the bounds of one tail share need, computed once for many days. */
export interface BoundsLevel {
  readonly tail: number;
  readonly z: number;
}

/** @param tail share of normal days beyond each bound, above 0 and below 0.5 */
export const boundsLevel = (tail: number): BoundsLevel => ({ tail, z: -probit(tail) });

/** The quantile of Cornish & Fisher (1938) from mean, standard deviation, skewness and excess kurtosis. */
function cornishFisher(mean: number, deviation: number, skew: number, excess: number, z: number): number {
  const cubic = z * z * z;
  const bent =
    z + (skew * (z * z - 1)) / 6 + (excess * (cubic - 3 * z)) / 24 - (skew * skew * (2 * cubic - 5 * z)) / 36;
  return mean + deviation * bent;
}

/**
 * The bounds of a negative binomial: `bounds[0]` is the least count with P(Y ≤ count) > tail and `bounds[1]`
 * the least with P(Y > count) ≤ tail, so that a count outside [lower, upper] has a tail probability of at most `tail`
 * (Farrington et al. 1996). Exact while the counts are small; above, from four moments and within a count in a hundred.
 */
export function negativeBinomialBounds(
  mean: number,
  size: number,
  level: BoundsLevel,
  bounds: Float64Array,
): void {
  const variance = mean + (mean * mean) / size;
  const deviation = Math.sqrt(variance);
  if (mean + 4 * deviation > SUMMED) {
    const skew = (1 + (2 * mean) / size) / deviation;
    const excess = 6 / size + 1 / variance;
    bounds[0] = Math.max(0, Math.round(cornishFisher(mean, deviation, skew, excess, -level.z)));
    bounds[1] = Math.ceil(cornishFisher(mean, deviation, skew, excess, level.z));
    return;
  }
  const share = mean / (size + mean);
  let term = Math.exp(-size * Math.log1p(mean / size));
  let below = term;
  let at = 0;
  const next = () => {
    term *= ((at + size) / (at + 1)) * share;
    below += term;
    at++;
  };
  while (below <= level.tail) next();
  bounds[0] = at;
  while (1 - below > level.tail && at < 10 * SUMMED) next();
  bounds[1] = at;
}
