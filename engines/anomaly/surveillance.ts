/**
 * What surveillance says of each day of a series; all arrays are as long as the series, day by day.
 * NaN where a day was not judged: no report of its own (silent, covered, a batch) or too little history.
 */
export interface Surveillance {
  /** The count that the past of the day lets expect, its weekday and trend minded. */
  readonly expected: Float64Array;
  /** Size of the negative binomial that a normal day has: variance = expected + expected² / size. */
  readonly size: Float64Array;
  /** Counts that a normal day keeps within but for a share `tail` on each side. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Chance that a normal day is so high (spike) or so low (drop), its own count included; in (0, 1]. */
  readonly pUpper: Float64Array;
  readonly pLower: Float64Array;
  /** CUSUM of log-likelihood ratios for a lasting rise and a lasting fall, in nats; chances are exp(-sum) at most. */
  readonly cusumUp: Float64Array;
  readonly cusumDown: Float64Array;
  /** Chance of a silence so long, on silent days only; in (0, 1]. */
  readonly pSilence: Float64Array;
  /** Evidence, of the day and of those before it, that counts are too high or too low, in nats; 0 is even. */
  readonly score: Float64Array;
  readonly scoreDown: Float64Array;
  /** Posterior probability that the day is a normal one. */
  readonly normality: Float64Array;
  /** 1 on a day from which on the level is a new one, upwards; -1 downwards; 0 else. */
  readonly newLevel: Int8Array;
}

/** One to be written into, again and again, for series of so many days. */
export function createSurveillance(days: number): Surveillance {
  const column = () => new Float64Array(days).fill(Number.NaN);
  return {
    expected: column(),
    size: column(),
    lower: column(),
    upper: column(),
    pUpper: column(),
    pLower: column(),
    cusumUp: column(),
    cusumDown: column(),
    pSilence: column(),
    score: column(),
    scoreDown: column(),
    normality: column(),
    newLevel: new Int8Array(days),
  };
}

/** As createSurveillance made it. */
export function clearSurveillance(surveillance: Surveillance): void {
  for (const column of Object.values(surveillance) as (Float64Array | Int8Array)[]) {
    column.fill(column instanceof Int8Array ? 0 : Number.NaN);
  }
}
