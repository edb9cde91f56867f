/**
 * The quantile of Student's law from that of the normal, by the expansion of Abramowitz & Stegun 26.7.5: off by under
 * one in a hundred from three degrees of freedom on, for shares up to .975.
 * @param z the normal quantile
 * @param degrees 2 or more; fewer are taken for 2
 */
export function studentQuantile(z: number, degrees: number): number {
  const n = Math.max(2, degrees);
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * n) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * n ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n ** 3)
  );
}
