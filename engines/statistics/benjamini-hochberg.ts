/**
 * q-values of Benjamini and Hochberg (1995): the least false discovery rate at which each test would be
 * called, the running minimum from the largest p down of p · m / rank. Order is kept; a NaN p is no test: it
 * stays NaN and does not count towards m.
 * @param p in 0..1
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const tests = Array.from(p.keys())
    .filter((at) => !Number.isNaN(p[at]!))
    .sort((a, b) => p[a]! - p[b]!);
  const q = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = tests.length; rank > 0; rank--) {
    const at = tests[rank - 1]!;
    least = Math.min(least, p[at]! * (tests.length / rank));
    q[at] = least;
  }
  return q;
}
