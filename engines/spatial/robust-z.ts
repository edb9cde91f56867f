import { logCount, poissonDeviation } from "./log-count.ts";

/** The MAD of a normal distribution times this is its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * What the MAD of 2 to 9 values must be multiplied by on top, since it is too small by as much on average; n / (n − 0.8)
 * from 10 on. Croux and Rousseeuw (1992), "Time-efficient algorithms for two highly robust estimators of scale".
 */
const FEW_VALUES = [1.196, 1.495, 1.363, 1.206, 1.2, 1.14, 1.129, 1.107];
const forFewValues = (n: number) => FEW_VALUES[n - 2] ?? n / (n - 0.8);

/** Others with a count that a comparison needs at least. */
const FEWEST_OTHERS = 3;

/** How places stand against others, on the scale of logarithms; all NaN where fewer than three others have a count. */
export interface RobustZ {
  /** (own − centre) / spread. */
  readonly z: Float64Array;
  /** Median of the others. */
  readonly centre: Float64Array;
  /** 1.4826 · MAD of the others, corrected for their number, at least what Poisson chance alone gives. */
  readonly spread: Float64Array;
}

function medianOfSorted(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Robust z of every count against those of others: median and median absolute deviation of the counts' logarithms,
 * neither moved by an odd one among the others. The floor of the spread keeps small counts from screaming: 3 beside
 * others of 0 is less than two deviations.
 * @param counts 0 or more; NaN where there is none
 * @param othersOf the places to compare a place with, itself left out
 */
export function robustZ(counts: Float64Array, othersOf: (place: number) => Int32Array): RobustZ {
  const logs = counts.map(logCount);
  const found = {
    z: new Float64Array(counts.length).fill(Number.NaN),
    centre: new Float64Array(counts.length).fill(Number.NaN),
    spread: new Float64Array(counts.length).fill(Number.NaN),
  };
  for (const [place, own] of logs.entries()) {
    if (Number.isNaN(own)) continue;
    const others = Float64Array.from(othersOf(place), (other) => logs[other]!)
      .filter((value) => !Number.isNaN(value))
      .sort();
    if (others.length < FEWEST_OTHERS) continue;
    const centre = medianOfSorted(others);
    const deviations = others.map((value) => Math.abs(value - centre)).sort();
    const deviation = MAD_TO_DEVIATION * forFewValues(others.length) * medianOfSorted(deviations);
    const spread = Math.max(deviation, poissonDeviation(centre));
    found.z[place] = (own - centre) / spread;
    found.centre[place] = centre;
    found.spread[place] = spread;
  }
  return found;
}
