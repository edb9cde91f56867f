/** By how much one forecast of the backtest missed, in units of its own scale. */
export interface Miss {
  /** Row of the backtest. */
  readonly row: number;
  /** Steps ahead, from 1. */
  readonly ahead: number;
  readonly error: number;
}

/** How far values lie from their forecasts: half the width of the band at k steps ahead is half × k^growth. */
export interface Spread {
  readonly growth: number;
  readonly half80: number;
  readonly half95: number;
}

/** Independent errors grow with power 0, those of a random walk with ½. */
const PRIOR_GROWTH = 0.5;
/** Horizons' worth of backtest that the prior counts for. */
const PRIOR_WEIGHT = 0.5;
const MOST_GROWTH = 1;
/** Share of the mean error added to each step's, so that a faultless one stays finite. */
const LEAST_SHARE = 0.05;

/** Weighted least squares of log mean error on log steps ahead. */
function slopeOf(misses: readonly Miss[]): number {
  const sums: number[] = [];
  const counts: number[] = [];
  let total = 0;
  for (const { ahead, error } of misses) {
    sums[ahead] = (sums[ahead] ?? 0) + error;
    counts[ahead] = (counts[ahead] ?? 0) + 1;
    total += error / misses.length;
  }
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (let ahead = 1; ahead < counts.length; ahead++) {
    const count = counts[ahead];
    if (count === undefined) continue;
    const x = Math.log(ahead);
    const y = Math.log(sums[ahead]! / count + LEAST_SHARE * total);
    w += count;
    wx += count * x;
    wy += count * y;
    wxx += count * x * x;
    wxy += count * x * y;
  }
  const over = wxx - (wx * wx) / w;
  return over > 0 && total > 0 ? (wxy - (wx * wy) / w) / over : PRIOR_GROWTH;
}

/** The value under which the share of the weight lies. */
function weightedQuantile(
  sorted: readonly { readonly value: number; readonly weight: number }[],
  share: number,
) {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= share * total) return value;
  }
  return sorted.at(-1)!.value;
}

/** Half widths of the normal law in its median distance to the mean. */
const NORMAL_80 = 1.9;
/** A band for 95 in one for 80, of a law with heavier tails than the normal (1.53): Student's with three to four degrees. */
const TAIL = +(process.env.TAIL ?? 1.85);
const TAIL_OF_95 = +(process.env.T95 ?? 1.25);
/** A band learnt from one horizon of errors is wider by this share, from n by an n-th of it. */
const INFLATION = +(process.env.INFL ?? 0.15);
const RECENT = +(process.env.REC ?? 1);
const MIX = +(process.env.MIX ?? 0.5);
const MUL = +(process.env.MUL ?? 1);

/**
 * Split-conformal bands (Vovk, Gammerman & Shafer 2005; Stankeviciute, Alaa & van der Schaar 2021 for several steps)
 * from the misses of the backtest, those of all steps pooled after division by k^growth. The newer half
 * of the origins weighs more (Barber et al. 2023).
 * @param misses at least one
 * @param horizons how many horizons long the backtest is: what its errors are independent by
 */
export function learnSpread(misses: readonly Miss[], rows: number, horizons: number): Spread {
  const known = horizons / (horizons + PRIOR_WEIGHT);
  const free = known * slopeOf(misses) + (1 - known) * PRIOR_GROWTH;
  const growth = Math.min(MOST_GROWTH, Math.max(0, free));
  const sorted = misses
    .map(({ row, ahead, error }) => ({ value: error / ahead ** growth, weight: 1 + (RECENT * row) / rows }))
    .sort((a, b) => a.value - b.value);
  const wider = MUL * (1 + INFLATION / horizons);
  const plain = MIX * weightedQuantile(sorted, 0.8) + (1 - MIX) * NORMAL_80 * weightedQuantile(sorted, 0.5);
  const half80 = wider * plain;
  const half95 = (wider * (TAIL * plain + TAIL_OF_95 * weightedQuantile(sorted, 0.95))) / 2;
  return { growth, half80, half95: Math.max(half80, half95) };
}
