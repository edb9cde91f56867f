import type { StateBase } from "./base.ts";
import { live, move, type People, totalOf, type YearRates } from "./cohort.ts";
import { lifeTable } from "./life-table.ts";
import type { Assumptions } from "./resolve.ts";
import { fertilitySchedule } from "./schedules.ts";
import { FERTILITY_PHASE, VARIANTS } from "./variant.ts";
import { expectancyAfter, fertilityAfter, infantAfter, levelOf } from "./vital-path.ts";

/** One projected year of one state, not rounded. */
export interface SimulatedYear {
  /** Persons by sex and age at the year's end. */
  readonly people: People;
  /** Of the year that ends there. */
  readonly births: number;
  readonly deaths: number;
  readonly migration: number;
}

/** Children per woman never fall below this, in no variant. */
const LEAST_FERTILITY = 0.3;

/** Children per woman in the scale of the surveys, in the year that begins `years` after the base. */
export function fertilityPath(assumptions: Assumptions, years: number): number {
  const { totalFertilityRate, fertilityFloor, fertilityDecline, variant } = assumptions;
  const central = fertilityAfter(totalFertilityRate, fertilityFloor, fertilityDecline, years);
  const added = VARIANTS[variant].fertility * Math.min(1, (years + 1) / FERTILITY_PHASE);
  return Math.max(LEAST_FERTILITY, central + added);
}

function ratesAfter(
  base: StateBase,
  assumptions: Assumptions,
  schedule: Float64Array,
  years: number,
): YearRates {
  const gain = assumptions.lifeExpectancyGain + VARIANTS[assumptions.variant].expectancyGain;
  const mortality = {
    level: levelOf(expectancyAfter(base.expectancy, gain, years)),
    infant: infantAfter(assumptions.infantMortality, assumptions.infantMortalityDecline, years),
  };
  const births = fertilityPath(assumptions, years) * assumptions.birthScale;
  return {
    female: lifeTable(mortality, "FEMALE"),
    male: lifeTable(mortality, "MALE"),
    fertility: schedule.map((share) => share * births),
    sexRatio: assumptions.sexRatioAtBirth,
  };
}

/** A state's people year by year after its base, first year first. */
export function simulate(base: StateBase, assumptions: Assumptions, years: number): SimulatedYear[] {
  const schedule = fertilitySchedule(assumptions.meanAgeOfChildbearing);
  const out: SimulatedYear[] = [];
  let people = base.people;
  for (let year = 0; year < years; year++) {
    const natural = live(people, ratesAfter(base, assumptions, schedule, year));
    const rate = assumptions.migrationRate * 0.5 ** (year / assumptions.migrationHalfLife);
    const moved = move(natural.people, (rate / 1000) * totalOf(people));
    people = moved.people;
    out.push({ people, births: natural.births, deaths: natural.deaths, migration: moved.migration });
  }
  return out;
}
