const SERIES_UP_TO = 2;
const FRACTION_TERMS = 80;

/**
 * P(Z > z) of a standard normal Z, 0..1, to full relative accuracy far into the tail, where 1 minus a
 * distribution function has none: the power series of Φ around 0, Laplace's continued fraction from 2 on.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < SERIES_UP_TO) {
    let [sum, term] = [0, z];
    for (let odd = 3; sum + term !== sum; odd += 2) {
      sum += term;
      term *= (z * z) / odd;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let term = FRACTION_TERMS; term > 0; term--) fraction = z + term / fraction;
  return density / fraction;
}

/** P(|Z| > |z|): the two-sided p-value; NaN where z is. */
export function twoSidedP(z: number): number {
  return Number.isNaN(z) ? Number.NaN : 2 * normalTail(Math.abs(z));
}
