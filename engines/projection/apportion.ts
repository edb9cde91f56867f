/**
 * Whole numbers in proportion to weights that add up to a whole total: the largest remainders are rounded up, the
 * earlier of two alike first. Weights that are all 0 count as equal.
 */
export function apportion(total: number, weights: ArrayLike<number>): number[] {
  const given = Array.from(weights);
  const all = given.reduce((sum, weight) => sum + weight, 0);
  const exact = given.map((weight) => (all > 0 ? (total * weight) / all : total / given.length));
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index]!++;
  return shares;
}
