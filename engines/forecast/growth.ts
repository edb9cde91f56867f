import type { Miss } from "./spread.ts";

/** Horizons' worth of backtest that the prior counts for. */
const PRIOR_WEIGHT = 4;
const MOST = 1;
/** Share of the mean error added to each step's, so that a faultless one stays finite. */
const LEAST_SHARE = 0.05;

/**
 * How errors of simple exponential smoothing grow: their variance k steps ahead is 1 + (k − 1) rate² (Hyndman, Koehler,
 * Ord & Snyder 2008, table 6.1), here as the power of k that meets it at the horizon: 0 for a fixed level, near ½
 * for a random walk.
 */
export const priorGrowth = (rate: number, horizon: number): number =>
  horizon > 1 ? Math.log(1 + (horizon - 1) * rate * rate) / (2 * Math.log(horizon)) : 0;

/**
 * The power of steps ahead (0..1) that errors grow with: least squares of log mean error on log steps ahead, drawn
 * to the prior.
 * @param horizons how many horizons long the backtest is
 */
export function growthOf(misses: readonly Miss[], horizons: number, prior: number): number {
  const known = horizons / (horizons + PRIOR_WEIGHT);
  const free = known * (slopeOf(misses) ?? prior) + (1 - known) * prior;
  return Math.min(MOST, Math.max(0, free));
}

/** Null where all errors are as many steps ahead, or none. */
function slopeOf(misses: readonly Miss[]): number | null {
  const sums: number[] = [];
  const counts: number[] = [];
  let total = 0;
  for (const { ahead, error } of misses) {
    sums[ahead] = (sums[ahead] ?? 0) + error;
    counts[ahead] = (counts[ahead] ?? 0) + 1;
    total += error / misses.length;
  }
  if (!(total > 0)) return null;
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
  return over > 1e-9 ? (wxy - (wx * wy) / w) / over : null;
}
