import { exponential, squareRoot } from "./elementary.ts";
import type { Draw } from "./quantiles.ts";
import type { Random } from "./random.ts";

const SMALL = 16;
const PER_UNIT = 64;
const NONE = Float64Array.from({ length: SMALL * PER_UNIT + 1 }, (_, i) => exponential(-i / PER_UNIT));

/**
 * A Poisson count of this mean (≥ 0): by inversion below 16, by the normal distribution with
 * a correction for skewness (Cornish–Fisher) from 16 upwards.
 */
export function poisson(mean: number, random: Random, normal: Draw): number {
  if (mean >= SMALL) {
    const z = normal(random);
    return Math.max(0, Math.floor(mean + squareRoot(mean) * z + (z * z - 1) / 6 + 0.5));
  }
  const at = Math.floor(mean * PER_UNIT);
  const rest = mean - at / PER_UNIT;
  let chance = NONE[at]! * (1 - rest + (rest * rest) / 2);
  let left = random.unit() - chance;
  let count = 0;
  while (left > 0 && count < 64) {
    count++;
    chance *= mean / count;
    left -= chance;
  }
  return count;
}
