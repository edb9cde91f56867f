/**
 * Where each value stands among all, 0 for the least to 1 for the largest, ties averaged: (rank − 1) / (n − 1).
 * 0.5 where there is nothing to compare with. NaN stays NaN and is not counted.
 */
export function percentileRanks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys())
    .filter((at) => !Number.isNaN(values[at]!))
    .sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    const share = order.length > 1 ? (from + to - 1) / 2 / (order.length - 1) : 0.5;
    for (let at = from; at < to; at++) ranks[order[at]!] = share;
    from = to;
  }
  return ranks;
}
