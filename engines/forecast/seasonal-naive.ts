import type { Cycle } from "./cycle.ts";

/**
 * The seasonal naive forecast: what the same phase of the season last showed. A phase never seen takes the
 * last value known of any; without any value all steps are NaN.
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), 5.2.
 * @param values the past, NaN where missing
 */
export function seasonalNaive(
  values: Float64Array,
  { season, phases }: Cycle,
  horizon: number,
): Float64Array {
  const latest = new Float64Array(season).fill(Number.NaN);
  let last = Number.NaN;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (Number.isNaN(value)) continue;
    latest[phases[at]!] = value;
    last = value;
  }
  return Float64Array.from({ length: horizon }, (_, step) => {
    const value = latest[phases[values.length + step]!]!;
    return Number.isNaN(value) ? last : value;
  });
}
