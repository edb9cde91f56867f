import { growthOf, priorGrowth } from "./growth.ts";
import { studentQuantile } from "./student.ts";

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

/** What misses are judged with: how much of the past they come from, and how fast its level moves. */
export interface Evidence {
  /** Rows of the backtest. */
  readonly rows: number;
  /** Steps ahead that are forecast. */
  readonly horizon: number;
  /** How many horizons long the backtest is. */
  readonly horizons: number;
  /** The past's rate of smoothing, see smoothingRate. */
  readonly rate: number;
  /** Few steps have a count: misses then follow no bell, and their bare quantiles are taken. */
  readonly seldom: boolean;
}

/** Normal quantiles of distances from the mean: half of them, 80 and 95 of 100 lie within. */
const NORMAL = { median: 0.6745, q80: 1.2816, q95: 1.96 };
/** The newest origin's misses weigh so many times more than the oldest's, and one. */
const RECENT = 3;
/** Degrees of freedom to an independent miss. */
const DEGREES = 2;
/**
 * Misses of the past are larger than those to come, since they were made from a shorter past with weights learnt from
 * less; the tails are heavier than Student's. Both as measured over the sets of docs/methods.md together.
 */
const PAST_TO_COME = 0.92;
const TAIL = 1.11;

/** The value within which the share of the weight lies, with one more of its kind to come (the conformal correction). */
function weightedQuantile(
  sorted: readonly { readonly value: number; readonly weight: number }[],
  wanted: number,
): number {
  const share = wanted * (1 + 1 / sorted.length);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= share * total) return value;
  }
  return sorted.at(-1)!.value;
}

/**
 * Bands from the misses of the backtest, those of all steps pooled after division by k^growth: conformal quantiles
 * (Vovk, Gammerman & Shafer 2005), newer origins weighing more (Barber, Candès, Ramdas & Tibshirani 2023), turned
 * into a scale (from the median, and the quantile sought) and widened as Student's law does for the few
 * misses that are independent: one a horizon where errors pile up like a random walk's, one a step where they do not.
 * @param misses at least one
 */
export function learnSpread(
  misses: readonly Miss[],
  { rows, horizon, horizons, rate, seldom }: Evidence,
): Spread {
  const growth = growthOf(misses, horizons, priorGrowth(rate, horizon));
  const sorted = misses
    .map(({ row, ahead, error }) => ({ value: error / ahead ** growth, weight: 1 + (RECENT * row) / rows }))
    .sort((a, b) => a.value - b.value);
  if (seldom)
    return { growth, half80: weightedQuantile(sorted, 0.8), half95: weightedQuantile(sorted, 0.95) };
  const within = (share: number, normal: number) => weightedQuantile(sorted, share) / normal;
  const sigma = (within(0.5, NORMAL.median) + within(0.8, NORMAL.q80)) / 2;
  const sigma95 = (sigma + within(0.95, NORMAL.q95)) / 2;
  const degrees = DEGREES * horizons * horizon ** Math.max(0, 1 - 2 * growth);
  const half80 = PAST_TO_COME * sigma * studentQuantile(NORMAL.q80, degrees);
  const half95 = PAST_TO_COME * TAIL * sigma95 * studentQuantile(NORMAL.q95, degrees);
  return { growth, half80, half95: Math.max(half80, half95) };
}
