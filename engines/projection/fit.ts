import { graduate } from "./ages.ts";
import { ASSUMPTIONS } from "./assumptions.ts";
import type { People, YearRates } from "./cohort.ts";
import { CENSUS_YEAR, type StateFacts } from "./facts.ts";
import { expectancyOf, infantOfLevel, lifeTable } from "./life-table.ts";
import { fertilitySchedule } from "./schedules.ts";
import { expectancyAfter, fertilityAfter, infantAfter, levelOf } from "./vital-path.ts";

/** Year at which the fitted level of fertility and mortality holds: the middle of the vital rates. */
export const FIT_YEAR = 2015;

const { fertilityFloor, lifeExpectancyGain, infantMortalityDecline, sexRatioAtBirth, meanAgeOfChildbearing } =
  ASSUMPTIONS;

/** What is fitted for a state: children per woman and level of mortality at FIT_YEAR. */
export interface Fit {
  fertility: number;
  level: number;
  /** Speed of the decline of fertility, per year. */
  decline: number;
}

/** Children per woman: fitted, then straight to the survey's, then on down the curve. */
export function fertilityIn({ fertility: fact }: StateFacts, fit: Fit, year: number): number {
  const after = (rate: number, since: number) =>
    fertilityAfter(rate, fertilityFloor.default, fit.decline, year - since);
  if (fact === null || year <= FIT_YEAR) return after(fit.fertility, FIT_YEAR);
  if (year >= fact.year) return after(fact.rate, fact.year);
  const share = (year - FIT_YEAR) / (fact.year - FIT_YEAR);
  return fit.fertility + share * (fact.rate - fit.fertility);
}

/** Expectation of life, years, that the level alone gives. */
export const expectancyIn = (fit: Fit, year: number) =>
  expectancyAfter(
    expectancyOf({ level: fit.level, infant: null }),
    lifeExpectancyGain.default,
    year - FIT_YEAR,
  );

/** Deaths under one year per 1,000 births: fitted, then evenly to the published rate, then on at the default decline. */
export function infantIn({ infant: fact }: StateFacts, fit: Fit, year: number): number {
  const fitted = infantOfLevel(fit.level);
  const decline = infantMortalityDecline.default;
  if (fact === null || year <= FIT_YEAR) return infantAfter(fitted, decline, year - FIT_YEAR);
  if (year >= fact.year) return infantAfter(fact.rate, decline, year - fact.year);
  return fitted * (fact.rate / fitted) ** ((year - FIT_YEAR) / (fact.year - FIT_YEAR));
}

export const DEFAULT_SCHEDULE = fertilitySchedule(meanAgeOfChildbearing.default);

/** What a state lives under in a year between the census and the last fact. */
export function ratesIn(facts: StateFacts, fit: Fit, year: number): YearRates {
  const mortality = { level: levelOf(expectancyIn(fit, year)), infant: infantIn(facts, fit, year) };
  const fertility = fertilityIn(facts, fit, year);
  return {
    female: lifeTable(mortality, "FEMALE"),
    male: lifeTable(mortality, "MALE"),
    fertility: DEFAULT_SCHEDULE.map((share) => share * fertility),
    sexRatio: sexRatioAtBirth.default,
  };
}

/** The census's ages with the sexes apart: as many boys as born, thinned by each sex's own survival. */
export function censusPeople(facts: StateFacts, fit: Fit): People {
  const { female, male, sexRatio } = ratesIn(facts, fit, CENSUS_YEAR);
  const ages = graduate(facts.census, male.lived);
  const total = ages.reduce((all, persons) => all + persons, 0);
  const scale = facts.population[0]! / total;
  const shareOfWomen = (age: number) =>
    female.lived[age]! / (female.lived[age]! + sexRatio * male.lived[age]!);
  return {
    female: ages.map((persons, age) => persons * scale * shareOfWomen(age)),
    male: ages.map((persons, age) => persons * scale * (1 - shareOfWomen(age))),
  };
}
