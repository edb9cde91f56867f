import { logGamma } from "./log-gamma.ts";

/** Counts up to this are summed term by term, which is quicker there than the continued fraction. */
const SUMMED = 24;
const MOST_TERMS = 500;
const CLOSE = 1e-10;
const TINY = 1e-300;

/**
 * The negative binomial of mean m and size r: variance m + m²/r, P(0) = (r/(r+m))^r.
 * @param size above 0; 1e7 and more is a Poisson for every purpose here
 */
export function logProbability(count: number, mean: number, size: number): number {
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) -
    size * Math.log1p(mean / size) +
    count * Math.log(mean / (size + mean))
  );
}

/** The continued fraction of the incomplete beta function (modified Lentz; Press et al., Numerical Recipes, 6.4). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    product *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return product;
}

const clipped = (p: number) => (p < TINY ? TINY : p > 1 ? 1 : p);

/**
 * Both tails of the negative binomial, each with the count itself: `tails[0]` = P(Y ≤ count) and
 * `tails[1]` = P(Y ≥ count), in (0, 1]. The smaller one is computed to ten digits (by the incomplete beta function,
 * P(Y ≥ y) = I_{m/(r+m)}(y, r), or by its terms), the other from it; never below 1e-300.
 */
export function negativeBinomialTails(count: number, mean: number, size: number, tails: Float64Array): void {
  const share = mean / (size + mean);
  if (count <= SUMMED && count <= mean + 1) {
    let term = Math.exp(-size * Math.log1p(mean / size));
    let below = 0;
    for (let at = 0; at < count; at++) {
      below += term;
      term *= ((at + size) / (at + 1)) * share;
    }
    tails[0] = clipped(below + term);
    tails[1] = clipped(1 - below);
    return;
  }
  const here = Math.exp(logProbability(count, mean, size));
  if (count > mean) {
    // The factor before the fraction, x^y (1-x)^r / (y B(y, r)), is P(Y = y).
    const above = here * betaFraction(count, size, share);
    tails[1] = clipped(above);
    tails[0] = clipped(1 - above + here);
  } else {
    // Likewise I_{r/(r+m)}(r, y + 1), whose factor is P(Y = y) x (y + r)/r.
    const below = here * share * ((count + size) / size) * betaFraction(size, count + 1, 1 - share);
    tails[0] = clipped(below);
    tails[1] = clipped(1 - below + here);
  }
}
