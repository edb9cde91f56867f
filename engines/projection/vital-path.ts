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

/** Children per woman before fertility began to fall: above the highest rate (5.9) brought back in any state. */
export const FERTILITY_CEILING = 7;

/**
 * Children per woman after some years (before, where negative) on a Gompertz curve from the ceiling to the floor:
 * z = (rate - floor) / (ceiling - floor), ln z growing by `decline` a year. Nothing at or below the floor moves.
 */
export function fertilityAfter(rate: number, floor: number, decline: number, years: number): number {
  if (rate <= floor) return rate;
  const span = FERTILITY_CEILING - floor;
  return floor + span * ((rate - floor) / span) ** Math.exp(decline * years);
}

/** The `decline` of the Gompertz curve that leads from one rate to another within some years. */
export function declineBetween(from: number, to: number, floor: number, years: number): number {
  const depth = (rate: number) => -Math.log((rate - floor) / (FERTILITY_CEILING - floor));
  return Math.log(depth(to) / depth(from)) / years;
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
