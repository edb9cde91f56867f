import type { Backtest } from "./backtest.ts";
import type { KnownMiss } from "./misses.ts";
import { type Evidence, learnSpread } from "./spread.ts";

/** How the method did on the series' own past, at origins whose forecasts knew nothing of what came after. */
export interface Accuracy {
  /** Mean absolute scaled error (Hyndman & Koehler 2006): in units of the mean change over a season before each origin. */
  readonly mase: number;
  /** The same of the seasonal naive forecast at the same origins. */
  readonly seasonalNaiveMase: number;
  /** Share (0..1) of values within the band for 80, and for 95, learnt from the other origins. */
  readonly coverage80: number;
  readonly coverage95: number;
  readonly origins: number;
}

/** Mean change over a season of what came before, of single steps where it is shorter; NaN where nothing changes. */
function scaleBefore(values: Float64Array, origin: number, season: number): number {
  for (const lag of season > 1 ? [season, 1] : [1]) {
    let [sum, count] = [0, 0];
    for (let at = lag; at < origin; at++) {
      const change = Math.abs(values[at]! - values[at - lag]!);
      if (Number.isNaN(change)) continue;
      sum += change;
      count++;
    }
    if (sum > 0) return sum / count;
  }
  return Number.NaN;
}

/** @param misses of the combination, as missesOf gives them */
export function measureAccuracy(
  found: Backtest,
  misses: readonly KnownMiss[],
  values: Float64Array,
  season: number,
  evidence: Evidence,
): Accuracy | null {
  let [own, naive, scale, judged, within80, within95] = [0, 0, 0, 0, 0, 0];
  for (const [row, origin] of found.origins.entries()) {
    const here = misses.filter((miss) => miss.row === row);
    const unit = scaleBefore(values, origin, season);
    if (!Number.isNaN(unit)) {
      for (const { ahead, value, forecast } of here) {
        own += Math.abs(value - forecast);
        naive += Math.abs(value - found.forecasts[row]![0]![ahead - 1]!);
        scale += unit;
      }
    }
    const others = misses.filter((miss) => miss.row !== row);
    if (others.length === 0) continue;
    const { growth, half80, half95 } = learnSpread(others, evidence);
    for (const { ahead, error } of here) {
      judged++;
      if (error <= half80 * ahead ** growth) within80++;
      if (error <= half95 * ahead ** growth) within95++;
    }
  }
  if (!(scale > 0) || judged === 0) return null;
  return {
    mase: own / scale,
    seasonalNaiveMase: naive / scale,
    coverage80: within80 / judged,
    coverage95: within95 / judged,
    origins: found.origins.length,
  };
}
