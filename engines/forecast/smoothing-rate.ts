import { startLine } from "./start-line.ts";

const RATES = [0.01, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const START_VALUES = 10;

/** The rate of simple exponential smoothing (0.01..1) with the least squared one-step errors on a series without season. */
export function smoothingRate(values: Float64Array): number {
  const { mean } = startLine(values, START_VALUES);
  let [best, least] = [1, Number.POSITIVE_INFINITY];
  for (const rate of RATES) {
    let [level, sum] = [mean, 0];
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      sum += (value - level) ** 2;
      level += rate * (value - level);
    }
    if (sum < least) [best, least] = [rate, sum];
  }
  return best;
}
