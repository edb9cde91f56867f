import { ASSUMPTIONS } from "./assumptions.ts";
import { CENSUS_YEAR, type Facts } from "./facts.ts";
import { censusPeople, DEFAULT_SCHEDULE, expectancyIn, FIT_YEAR, type Fit } from "./fit.ts";
import { BIRTH_YEAR, type PastBirths, reverseSurvive } from "./reverse-survival.ts";
import { declineBetween, expectancyAfter, FERTILITY_CEILING, levelOf } from "./vital-path.ts";

/** Yearly gain of life expectancy in India before the census, years: 63.5 in 2002-06, 66.1 in 2006-10. */
const PAST_GAIN = 0.4;

/** Weight of a state's own decline of fertility against the country's: both carry error, and neither is better known. */
const OWN_DECLINE = 0.5;

/**
 * How fast fertility neared its floor in each state: children per woman by reverse survival about 1998 against the
 * fit of 2015, both in the scale of the surveys, drawn halfway to the same of the whole country. A state that is at its floor already has the country's.
 */
export function measureDeclines(facts: Facts, fits: readonly Fit[], scale: number): number[] {
  const floor = ASSUMPTIONS.fertilityFloor.default;
  const middle = (BIRTH_YEAR + CENSUS_YEAR) / 2;
  const past = facts.states.map((state, index) => {
    const fit = fits[index]!;
    const { female, male } = censusPeople(state, fit);
    const expectancy = expectancyAfter(expectancyIn(fit, CENSUS_YEAR), PAST_GAIN, middle - CENSUS_YEAR);
    return reverseSurvive(female, male, { level: levelOf(expectancy), infant: null }, DEFAULT_SCHEDULE);
  });
  const decline = (births: number, perChild: number, fitted: number): number | null => {
    const before = Math.min(births / perChild / scale, FERTILITY_CEILING - 0.1);
    return before > fitted && fitted > floor
      ? declineBetween(before, fitted, floor, FIT_YEAR - BIRTH_YEAR)
      : null;
  };
  const all = (of: (one: PastBirths, index: number) => number) =>
    past.reduce((sum, one, index) => sum + of(one, index), 0);
  const perChild = all((one) => one.perChild);
  const fitted = all((one, index) => one.perChild * fits[index]!.fertility) / perChild;
  const births = all((one) => one.births);
  const country = decline(births, perChild, fitted) ?? 0;
  return past.map((one, index) => {
    const own = decline(one.births, one.perChild, fits[index]!.fertility) ?? country;
    return OWN_DECLINE * own + (1 - OWN_DECLINE) * country;
  });
}
