import { quantileSorted } from "simple-statistics";

/** Classes a legend has at most: more than seven shades are not told apart by eye. */
const MAX_CLASSES = 7;

/** Digits of a break that a legend can show and a reader remember. */
const SIGNIFICANT_DIGITS = 2;

/** Two significant digits; whole from one upwards, as counts are. */
function rounded(value: number): number {
  const short = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  return short < 1 ? short : Math.round(short);
}

/** How many of the ascending values are less than the limit. */
function countBelow(ascending: Float64Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The breaks of a map legend: quantiles of the positive values, rounded to two significant digits
 * and, from one upwards, to whole numbers.
 * Class 0 lies below the first break, class i from breaks[i - 1] on and below breaks[i]; seven at most.
 * Strictly increasing, and no class is empty of positive values; none where all values are alike. Zeros and NaN
 * (absent) have no say, so that the many small places of a heavy-tailed count do not use up the shades.
 *
 * Quantiles rather than natural breaks (ckmeans): on counts as heavy-tailed as these, natural breaks put
 * more than nine pincodes in ten into the first class, and cost n² time on 19,000 of them.
 *
 * @param values any order; units are the caller's and so are the breaks'
 */
export function legendBreaks(values: Float64Array): number[] {
  const ascending = values.filter((value) => value > 0 && Number.isFinite(value)).sort();
  const breaks: number[] = [];
  let below = 0;
  for (let at = 1; at < MAX_CLASSES && ascending.length > 0; at++) {
    const limit = rounded(quantileSorted(ascending as unknown as number[], at / MAX_CLASSES));
    const count = countBelow(ascending, limit);
    if (count === below || count === ascending.length) continue;
    breaks.push(limit);
    below = count;
  }
  return breaks;
}
