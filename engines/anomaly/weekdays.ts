import type { SurveillanceParameters } from "./parameters.ts";

const DAYS = 7;
const LEAST_FACTOR = 1e-3;

/**
 * How each weekday stands to the level: discounted counts over discounted expectations, shrunk to 1 as a
 * Gamma prior of the given variance does (Bühlmann credibility), with mean 1 over the week.
 */
export interface Weekdays {
  readonly counts: Float64Array;
  readonly levels: Float64Array;
  readonly variance: number;
  readonly memory: number;
}

export const createWeekdays = (p: SurveillanceParameters): Weekdays => ({
  counts: new Float64Array(DAYS),
  levels: new Float64Array(DAYS),
  variance: p.weekdayVariance,
  memory: p.weekdayMemory,
});

/** @param dispersion variance over mean of the counts: the more, the longer the prior holds */
export function weekdayFactor(
  { counts, levels, variance }: Weekdays,
  weekday: number,
  dispersion: number,
): number {
  const prior = dispersion / variance;
  let sum = 0;
  for (let day = 0; day < DAYS; day++) sum += (counts[day]! + prior) / (levels[day]! + prior);
  const factor = (DAYS * (counts[weekday]! + prior)) / ((levels[weekday]! + prior) * sum);
  return factor > LEAST_FACTOR ? factor : LEAST_FACTOR;
}

/** The factor's relative variance. */
export const weekdayUncertainty = (
  { levels, variance }: Weekdays,
  weekday: number,
  dispersion: number,
): number => dispersion / (levels[weekday]! + dispersion / variance);

/** @param level the day's expectation with the weekday taken out */
export function learnWeekday(
  { counts, levels, memory }: Weekdays,
  weekday: number,
  count: number,
  level: number,
  weight: number,
): void {
  const kept = 1 - (DAYS / memory) * weight;
  counts[weekday] = counts[weekday]! * kept + weight * count;
  levels[weekday] = levels[weekday]! * kept + weight * level;
}
