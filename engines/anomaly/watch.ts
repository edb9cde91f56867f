import { createDispersion, type Dispersion, dispersionOf, learnDispersion } from "./dispersion.ts";
import { createEvidence, type Evidence, falling, forgetEvidence, normality, weighDay } from "./evidence.ts";
import { createLevels, foretellLevel, type Levels, learnLevel, restartLevels } from "./levels.ts";
import type { SurveillanceParameters } from "./parameters.ts";
import {
  createWeekdays,
  learnWeekday,
  type Weekdays,
  weekdayFactor,
  weekdayUncertainty,
} from "./weekdays.ts";

/** What the recent level, taken as it is, keeps from one report day to the next: a new level starts from it. */
const RECENT_KEPT = 0.9;
const RECENT_DAYS = 10;
const LEAST_EXPECTED = 1e-3;

/** Who watches one series: what its report days up to now have taught. */
export interface Watch {
  readonly p: SurveillanceParameters;
  readonly levels: Levels;
  readonly weekdays: Weekdays;
  readonly dispersion: Dispersion;
  readonly evidence: Evidence;
  reports: number;
  recentCounts: number;
  recentFactors: number;
  daysUp: number;
  daysDown: number;
  /** The next report day's negative binomial, as `expectDay` found it. */
  expected: number;
  size: number;
  factor: number;
  exposure: number;
  ratio: number;
  uncertainty: number;
  /** Posterior probability that the last day was a normal one. */
  normality: number;
}

export const createWatch = (p: SurveillanceParameters): Watch => ({
  p,
  levels: createLevels(p),
  weekdays: createWeekdays(p),
  dispersion: createDispersion(p),
  evidence: createEvidence(p),
  reports: 0,
  recentCounts: 0,
  recentFactors: 0,
  daysUp: 0,
  daysDown: 0,
  expected: Number.NaN,
  size: Number.NaN,
  factor: 1,
  exposure: 1,
  ratio: 1,
  uncertainty: 0,
  normality: 1,
});

/**
 * What the next report day should bring, were it normal: mean = level × weekday factor × exposure, and variance =
 * φ·mean + v·mean², where φ is the dispersion and v the relative variance of the mean itself (of the level from the days
 * behind it and from how its memories differ, of the weekday's factor, and what no memory knows). So few days make wide
 * bounds, as EARS does with its short baseline (Hutwagner et al. 2003), and no switch of method is needed.
 */
export function expectDay(watch: Watch, weekday: number, exposure: number): void {
  watch.exposure = exposure;
  if (watch.reports === 0) return;
  const { levels, weekdays, p } = watch;
  foretellLevel(levels);
  const dispersion = dispersionOf(watch.dispersion, levels.mean);
  watch.ratio = dispersion;
  watch.factor = exposure * weekdayFactor(weekdays, weekday, dispersion);
  const mean = levels.mean * watch.factor;
  watch.expected = mean > LEAST_EXPECTED ? mean : LEAST_EXPECTED;
  watch.uncertainty =
    levels.spread +
    (dispersion * levels.inverseDays) / levels.mean +
    weekdayUncertainty(weekdays, weekday, dispersion) +
    p.levelVariance;
  watch.size = watch.expected / (dispersion - 1 + watch.uncertainty * watch.expected);
}

/** Counts how long the days have been abnormal; 1 or -1 where that is now the new normal. */
function turned(watch: Watch): number {
  const { evidence, p } = watch;
  const isDown = falling(evidence) >= 0.5;
  const isUp = !isDown && watch.normality < 0.5;
  watch.daysUp = isUp ? watch.daysUp + 1 : 0;
  watch.daysDown = isDown ? watch.daysDown + 1 : 0;
  if (watch.daysUp >= p.daysToRise) return 1;
  return watch.daysDown >= p.daysToFall ? -1 : 0;
}

/** Takes the day that `expectDay` was asked for in; 1 or -1 where the level is a new one from here on, else 0. */
export function learnDay(watch: Watch, weekday: number, count: number): number {
  const { levels, evidence, p } = watch;
  watch.reports++;
  if (watch.reports === 1) {
    watch.recentCounts = count;
    watch.recentFactors = watch.exposure;
    restartLevels(levels, (count + 0.5) / watch.exposure, watch.exposure);
    return 0;
  }
  weighDay(evidence, count, watch.expected, watch.size);
  if (watch.reports <= p.learningDays) forgetEvidence(evidence);
  watch.normality = normality(evidence);
  const weight = Math.max(watch.normality, p.leastWeight);
  watch.recentCounts = watch.recentCounts * RECENT_KEPT + count;
  watch.recentFactors = watch.recentFactors * RECENT_KEPT + watch.factor;
  const turn = turned(watch);
  if (turn !== 0) {
    restartLevels(levels, watch.recentCounts / watch.recentFactors, RECENT_DAYS);
    forgetEvidence(evidence);
    watch.daysUp = 0;
    watch.daysDown = 0;
    return turn;
  }
  learnLevel(levels, count, watch.factor, watch.size, weight);
  learnWeekday(watch.weekdays, weekday, count, levels.mean * watch.exposure, weight);
  learnDispersion(
    watch.dispersion,
    count,
    watch.expected,
    watch.ratio,
    watch.uncertainty,
    Math.max(watch.normality, p.leastDispersionWeight),
  );
  return 0;
}
