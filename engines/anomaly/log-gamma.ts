const HALF_LOG_TWO_PI = 0.9189385332046728;
const STIRLING_FROM = 10;

/**
 * ln Γ(x) for x > 0: Stirling's series (Abramowitz & Stegun 6.1.41) from ten on, reached by
 * Γ(x + 1) = xΓ(x) below it. Relative error under 1e-11.
 */
export function logGamma(x: number): number {
  let [at, product] = [x, 1];
  while (at < STIRLING_FROM) product *= at++;
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - (product === 1 ? 0 : Math.log(product));
}
