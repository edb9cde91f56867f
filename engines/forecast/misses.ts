import type { Backtest } from "./backtest.ts";
import { scaleOf, sizeOf } from "./band.ts";
import type { Miss } from "./spread.ts";
import { combine, weigh } from "./weights.ts";

/** A miss together with what it was made of, all in the units of the values. */
export interface KnownMiss extends Miss {
  readonly value: number;
  readonly forecast: number;
  /** What `error` is in units of. */
  readonly scale: number;
}

/**
 * How far the combination missed at each origin, weighted there by what was known there: weights and models of an
 * origin have seen no value after it.
 */
export function missesOf(
  found: Backtest,
  values: Float64Array,
  models: number,
  squared: boolean,
): KnownMiss[] {
  return found.origins.flatMap((origin, row) => {
    const weights = weigh(found, values, origin, models, squared);
    const size = sizeOf(values.subarray(0, origin));
    const misses: KnownMiss[] = [];
    for (const [step, forecast] of combine(found.forecasts[row]!, weights).entries()) {
      const value = values[origin + step]!;
      if (Number.isNaN(value)) continue;
      const scale = scaleOf(size, forecast);
      misses.push({
        row,
        ahead: step + 1,
        error: Math.abs(value - forecast) / scale,
        value,
        forecast,
        scale,
      });
    }
    return misses;
  });
}
