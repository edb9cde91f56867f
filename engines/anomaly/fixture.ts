import { REPORTED } from "../../data/activity/calendar/day-kinds.ts";
import { poisson } from "../../data/sample/poisson.ts";
import { drawGamma, drawNormal } from "../../data/sample/quantiles.ts";
import { makeRandom } from "../../data/sample/random.ts";
import type { SeriesOfDays } from "./surveil.ts";

/** So many counts of this mean and of variance about ratio · mean, the same for the same seed. */
export function noise(days: number, mean: number, ratio = 1, seed = 1): number[] {
  const random = makeRandom(seed);
  const normal = drawNormal();
  const gamma = ratio > 1 ? drawGamma(Math.max(1, Math.round(mean / (ratio - 1)))) : () => 1;
  return Array.from({ length: days }, () => poisson(mean * gamma(random), random, normal));
}

/** A series that reports on every day. */
export const daily = (counts: readonly number[], firstWeekday = 0): SeriesOfDays => ({
  counts,
  kinds: new Uint8Array(counts.length).fill(REPORTED),
  firstWeekday,
});
