/** What the surveillance of a series may be tuned by; docs/methods.md says what each was chosen by. */
export interface SurveillanceParameters {
  /** Report days a series must have before one is judged. */
  readonly minimumDays: number;
  /** First report days that are all taken for normal. */
  readonly learningDays: number;
  /** Share of normal days that may lie below `lower`, and as many above `upper`. */
  readonly tail: number;
  /** Memories, in report days, of the levels that are averaged, plain and with trend. */
  readonly memories: readonly number[];
  readonly trendMemories: readonly number[];
  /** What the record of a level's fit keeps from one report day to the next (0..1). */
  readonly fitKept: number;
  /** Prior variance of a weekday's factor around 1. */
  readonly weekdayVariance: number;
  /** Memory of the weekday factors in report days. */
  readonly weekdayMemory: number;
  /** Dispersion (variance over mean) before anything is known, at level 0 and more by level; the report days it counts for; its memory. */
  readonly dispersionPrior: number;
  readonly dispersionPriorGrowth: number;
  readonly dispersionPriorDays: number;
  readonly dispersionMemory: number;
  /** Standard deviations past which a residual tells the dispersion no more. */
  readonly residualCap: number;
  /** Variance of the level that no memory knows, as a share of its square. */
  readonly levelVariance: number;
  /** Excesses, in standard deviations, that an abnormal day is thought to have. */
  readonly excesses: readonly number[];
  /** Chance that a normal day is followed by a spike, an outbreak, or a fall. */
  readonly spikeStarts: number;
  readonly outbreakStarts: number;
  readonly fallStarts: number;
  /** Chance that each goes on for one more report day. */
  readonly spikeStays: number;
  readonly outbreakStays: number;
  readonly fallStays: number;
  /** Share of the evidence so far in the score; the rest is what the day says by itself. */
  readonly memoryOfScore: number;
  /** What a surely abnormal day still teaches the expectation, and the dispersion (0..1). */
  readonly leastWeight: number;
  readonly leastDispersionWeight: number;
  /** Report days in a row that are abnormal before they are the new normal, upwards and downwards. */
  readonly daysToRise: number;
  readonly daysToFall: number;
  /** The rise that the CUSUM looks for: to this ratio or by so many standard deviations, whichever is more; the fall is its inverse. */
  readonly shiftRatio: number;
  readonly shiftDeviations: number;
  /** Where a CUSUM alarms: on normal days less often than every exp(shiftLimit) report days. */
  readonly shiftLimit: number;
}

export const SURVEILLANCE: SurveillanceParameters = {
  minimumDays: 7,
  learningDays: 10,
  tail: 0.005,
  memories: [10, 20, 40, 80, 160],
  trendMemories: [40, 80, 160],
  fitKept: 0.995,
  weekdayVariance: 0.25,
  weekdayMemory: 200,
  dispersionPrior: 1.5,
  dispersionPriorGrowth: 0.1,
  dispersionPriorDays: 15,
  dispersionMemory: 1000,
  residualCap: 5,
  levelVariance: 0.003,
  excesses: [2.5, 5, 8],
  spikeStarts: 0.006,
  outbreakStarts: 0.004,
  fallStarts: 0.002,
  spikeStays: 0.4,
  outbreakStays: 0.92,
  fallStays: 0.9,
  memoryOfScore: 0.6,
  leastWeight: 0.1,
  leastDispersionWeight: 0.5,
  daysToRise: 14,
  daysToFall: 10,
  shiftRatio: 1.5,
  shiftDeviations: 1,
  shiftLimit: 7,
};
