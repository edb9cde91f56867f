import { expectancyOf } from "./life-table.ts";
import { monotone } from "./monotone.ts";

/** Expectation of life, years, towards which gains run out, and that of India in 2012-16, where they are full. */
const [EXPECTANCY_LIMIT, EXPECTANCY_REFERENCE] = [90, 69];
/** Expectations of life outside these never occur in a projection, years. */
const [SHORTEST, LONGEST] = [35, 88];

const LEVELS = Array.from({ length: 81 }, (_, index) => 1 - index * 0.05);
const levelAt = monotone(
  LEVELS.map((level) => expectancyOf({ level, infant: null })),
  LEVELS,
);

/** Brass's level with this expectation of life at birth, years, mean of the sexes. */
export const levelOf = (expectancy: number): number =>
  levelAt(Math.min(LONGEST, Math.max(SHORTEST, expectancy)));

/** Children per woman after some years: the gap to the floor closes by a constant rate, and nothing below it moves. */
export function fertilityAfter(rate: number, floor: number, decline: number, years: number): number {
  return rate <= floor ? rate : floor + (rate - floor) * Math.exp(-decline * years);
}

/**
 * Expectation of life after some years (before, where negative): it rises by `gain` years a year at 69, by
 * less the nearer it is to 90.
 */
export function expectancyAfter(expectancy: number, gain: number, years: number): number {
  const rate = gain / (EXPECTANCY_LIMIT - EXPECTANCY_REFERENCE);
  return EXPECTANCY_LIMIT - (EXPECTANCY_LIMIT - expectancy) * Math.exp(-rate * years);
}

/** Deaths under one year per 1,000 births after some years of a constant yearly decline. */
export const infantAfter = (rate: number, decline: number, years: number): number =>
  Math.min(300, rate * Math.exp(-decline * years));
