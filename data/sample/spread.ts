import { apportion } from "./apportion.ts";
import type { Draws } from "./draws.ts";
import { poisson } from "./poisson.ts";
import type { Random } from "./random.ts";

/** Grain of the shares when a total is too small for its draws to hit anything. */
const GRAIN = 4096;

/**
 * Draws counts with means proportional to weight × level and brings their sum to `total` exactly.
 * @param weights by pair
 * @param levels by pair, within it by day
 * @throws Error where there is a total but every mean is 0
 */
export function spread(
  total: number,
  weights: Float64Array,
  levels: Float64Array,
  draws: Draws,
  random: Random,
): Uint32Array {
  const counts = new Uint32Array(levels.length);
  const days = levels.length / weights.length;
  let all = 0;
  for (let at = 0; at < levels.length; at++) all += weights[Math.floor(at / days)]! * levels[at]!;
  if (total === 0) return counts;
  if (all === 0) throw new Error(`the sample has no report to put ${total} persons in`);
  const scale = total / all;
  for (let pair = 0, at = 0; pair < weights.length; pair++) {
    const weight = weights[pair]! * scale;
    for (let d = 0; d < days; d++, at++) {
      const level = levels[at]!;
      if (level > 0) counts[at] = poisson(weight * level, random, draws.normal);
    }
  }
  if (!apportion(counts, total, random.unit())) {
    for (let at = 0; at < levels.length; at++)
      counts[at] = Math.ceil((weights[Math.floor(at / days)]! * levels[at]! * GRAIN) / all);
    apportion(counts, total, random.unit());
  }
  return counts;
}
