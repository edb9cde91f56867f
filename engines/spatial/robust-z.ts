import { stabilise } from "./stabilise.ts";

/** The MAD of a normal distribution times this is its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Standard deviation that a stabilised count has by chance alone. */
const POISSON_DEVIATION = 1;

/** Others with a count that a comparison needs at least. */
const FEWEST_OTHERS = 3;

/** How places stand against others, on the stabilised scale; all NaN where fewer than three others have a count. */
export interface RobustZ {
  /** (own − centre) / spread. */
  readonly z: Float64Array;
  /** Median of the others. */
  readonly centre: Float64Array;
  /** 1.4826 · MAD of the others, at least 1: what Poisson chance alone gives. */
  readonly spread: Float64Array;
}

function medianOfSorted(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Robust z of every count against those of others: median and median absolute deviation of the stabilised counts,
 * neither moved by an odd one among the others. The floor of the spread keeps small counts from screaming: 3 beside
 * others of 0 is less than three deviations.
 * @param counts 0 or more; NaN where there is none
 * @param othersOf the places to compare a place with, itself left out
 */
export function robustZ(counts: Float64Array, othersOf: (place: number) => Int32Array): RobustZ {
  const stable = counts.map(stabilise);
  const found = {
    z: new Float64Array(counts.length).fill(Number.NaN),
    centre: new Float64Array(counts.length).fill(Number.NaN),
    spread: new Float64Array(counts.length).fill(Number.NaN),
  };
  for (const [place, own] of stable.entries()) {
    if (Number.isNaN(own)) continue;
    const others = Float64Array.from(othersOf(place), (other) => stable[other]!)
      .filter((value) => !Number.isNaN(value))
      .sort();
    if (others.length < FEWEST_OTHERS) continue;
    const centre = medianOfSorted(others);
    const deviations = others.map((value) => Math.abs(value - centre)).sort();
    const spread = Math.max(MAD_TO_DEVIATION * medianOfSorted(deviations), POISSON_DEVIATION);
    found.z[place] = (own - centre) / spread;
    found.centre[place] = centre;
    found.spread[place] = spread;
  }
  return found;
}
