import { type Bands, boundsOf } from "./bands.ts";
import { type Grain, RULES } from "./frame.ts";
import type { Miss } from "./misses.ts";

/** How forecasts of a place did from points of its own past. */
export interface Accuracy {
  /** Mean absolute error over that of the seasonal naive forecast one season ahead, in the past (Hyndman & Koehler 2006). */
  readonly mase: number;
  /** The same of the seasonal naive forecast, from the same points. */
  readonly seasonalNaiveMase: number;
  /** Share of counts that lay within the bounds, 0..1. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** Points of the past. */
  readonly origins: number;
}

/** The last known count a whole number of seasons before a step, of steps before `end`; NaN where there is none. */
function naive(series: Float64Array, step: number, end: number, season: number): number {
  for (let at = step - season; at >= 0; at -= season)
    if (at < end && !Number.isNaN(series[at]!)) return series[at]!;
  return Number.NaN;
}

/** The mean absolute difference to one season before, over all known steps; NaN where there is none. */
function scaleOf(series: Float64Array, season: number): number {
  let [sum, count] = [0, 0];
  for (let step = 0; step < series.length; step++) {
    const miss = Math.abs(series[step]! - naive(series, step, step, season));
    if (Number.isNaN(miss)) continue;
    sum += miss;
    count++;
  }
  return sum / count;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The accuracy of forecasts by their misses; null where they are none, or the past never changed, so that no error can
 * be told against it.
 * @param series the place's counts in the frame's steps
 */
export function accuracyOf(
  misses: readonly Miss[],
  series: Float64Array,
  bands: Bands,
  grain: Grain,
): Accuracy | null {
  const { season } = RULES[grain];
  const scale = scaleOf(series, season);
  if (misses.length === 0 || !(scale > 0)) return null;
  const bounded = misses.map((miss) => ({ ...miss, bounds: boundsOf(bands, grain, miss.ahead, miss.mean) }));
  const within = (lower: "lower80" | "lower95", upper: "upper80" | "upper95") =>
    mean(bounded.map(({ actual, bounds }) => (actual >= bounds[lower] && actual <= bounds[upper] ? 1 : 0)));
  const naively = misses
    .map(({ step, ahead, actual }) => Math.abs(actual - naive(series, step, step - ahead + 1, season)))
    .filter((miss) => !Number.isNaN(miss));
  if (naively.length === 0) return null;
  return {
    mase: mean(misses.map(({ actual, mean }) => Math.abs(actual - mean))) / scale,
    seasonalNaiveMase: mean(naively) / scale,
    coverage80: within("lower80", "upper80"),
    coverage95: within("lower95", "upper95"),
    origins: new Set(misses.map(({ origin }) => origin)).size,
  };
}
