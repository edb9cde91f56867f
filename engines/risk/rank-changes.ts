/** Ranks from 1 for the highest value down, ties averaged; of the places both have a value for. */
function ranksFromTop(values: readonly number[]): Float64Array {
  const order = values.map((_, at) => at).sort((a, b) => values[b]! - values[a]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (one.length + 1) / 2;
  let [both, ones, others] = [0, 0, 0];
  for (let at = 0; at < one.length; at++) {
    both += (one[at]! - mean) * (other[at]! - mean);
    ones += (one[at]! - mean) ** 2;
    others += (other[at]! - mean) ** 2;
  }
  return both / Math.sqrt(ones * others);
}

/** The places of the highest values, equals by place. */
function top(values: readonly number[], count: number): Set<number> {
  const order = values.map((_, at) => at).sort((a, b) => values[b]! - values[a]! || a - b);
  return new Set(order.slice(0, count));
}

export interface RankChange {
  /** Spearman's correlation of the ranks, −1..1; NaN where all places of either are tied. */
  readonly spearman: number;
  /** Mean of the absolute change of rank, in ranks; NaN where there is no place. */
  readonly meanRankChange: number;
  /** Share of the first `top` places that stays among them, 0..1; NaN where there is no place. */
  readonly topStays: number;
}

/** How the ranks of places move between two scorings; a place without a score in either is left out. */
export function rankChange(before: Float64Array, after: Float64Array, topCount = 100): RankChange {
  const known = Array.from(before.keys()).filter((at) => !Number.isNaN(before[at]! + after[at]!));
  const [old, now] = [known.map((at) => before[at]!), known.map((at) => after[at]!)];
  const [oldRanks, ranks] = [ranksFromTop(old), ranksFromTop(now)];
  const moved = oldRanks.reduce((sum, rank, at) => sum + Math.abs(rank - ranks[at]!), 0);
  const [oldTop, newTop] = [top(old, topCount), top(now, topCount)];
  return {
    spearman: correlation(oldRanks, ranks),
    meanRankChange: moved / known.length,
    topStays: [...oldTop].filter((at) => newTop.has(at)).length / oldTop.size,
  };
}
