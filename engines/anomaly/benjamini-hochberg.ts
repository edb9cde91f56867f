/**
 * The q-values of Benjamini & Hochberg (1995): q of the i-th smallest of m is the least of p(j)·m/j over j ≥ i,
 * at most 1. Calling all with q ≤ rate a finding holds the expected share of false findings to `rate`, for
 * independent and for positively dependent tests (Benjamini & Yekutieli 2001).
 * @param p probabilities in any order; NaN was not tested, stays NaN and does not count among the m
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = Uint32Array.from(p.keys())
    .filter((at) => !Number.isNaN(p[at]!))
    .sort((a, b) => p[a]! - p[b]!);
  const q = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (p[at]! * order.length) / rank);
    q[at] = least;
  }
  return q;
}
