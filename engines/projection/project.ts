import { type AgeGroup, grouped } from "./ages.ts";
import { apportion } from "./apportion.ts";
import type { Base, StateBase } from "./base.ts";
import { type People, totalOf } from "./cohort.ts";
import { type AssumptionInput, checkAssumptions, checkHorizon, resolveFor } from "./resolve.ts";
import { simulate } from "./simulate.ts";

/** Whole persons of a place in a year; the population is that of 1 March. */
export interface ProjectionYear {
  readonly year: number;
  readonly population: number;
  /** Persons by age group; the four add up to the population. */
  readonly groups: Readonly<Record<AgeGroup, number>>;
  /** Persons who turned 5 and 15 in the year before. */
  readonly turning5: number;
  readonly turning15: number;
  /** Of the year that ends here, so that population = the year before's + births - deaths + migration; null in the base year. */
  readonly births: number | null;
  readonly deaths: number | null;
  readonly migration: number | null;
}

/** A year of a state or the country, which has the single years of age too. */
export interface StateYear extends ProjectionYear {
  /** Persons by completed year of age 0, 1, … 99, 100 and over; they add up to the population. */
  readonly ages: readonly number[];
}

export interface StateProjection {
  /** IN or ISO 3166-2:IN. */
  readonly code: string;
  readonly base: StateYear;
  /** The years after the base, one by one. */
  readonly years: readonly StateYear[];
}

type Flow = Pick<ProjectionYear, "births" | "deaths" | "migration">;

function yearOf(year: number, ages: readonly number[], flow: Flow): StateYear {
  const population = ages.reduce((sum, persons) => sum + persons, 0);
  return { year, population, groups: grouped(ages), turning5: ages[5]!, turning15: ages[15]!, ...flow, ages };
}

function wholeAges({ female, male }: People): number[] {
  const both = female.map((women, age) => women + male[age]!);
  return apportion(Math.round(totalOf({ female, male })), both);
}

/**
 * One state in whole persons. Births and migrants are rounded by their running totals, the deaths take up what is
 * left, at most two persons a year, so that the years' account closes to the person.
 */
function projectState(
  base: Base,
  state: StateBase,
  horizon: number,
  input: AssumptionInput,
): StateProjection {
  const simulated = simulate(state, resolveFor(base, state, input), horizon);
  const start = yearOf(base.year, wholeAges(state.people), { births: null, deaths: null, migration: null });
  const running = { births: 0, migration: 0 };
  let before = start.population;
  const years = simulated.map(({ people, births, migration }, index) => {
    const ages = wholeAges(people);
    const counted = (name: "births" | "migration", value: number) => {
      const from = Math.round(running[name]);
      running[name] += value;
      // Adding 0 makes a rounded -0 a 0.
      return Math.round(running[name]) - from + 0;
    };
    const flow = { births: counted("births", births), migration: counted("migration", migration) };
    const population = ages.reduce((sum, persons) => sum + persons, 0);
    const deaths = before + flow.births + flow.migration - population;
    before = population;
    return yearOf(base.year + index + 1, ages, { ...flow, deaths });
  });
  return { code: state.code, base: start, years };
}

/**
 * The states' projections year by year, in whole persons, sorted by code.
 * @param horizon years after the base, 1 to 20
 * @param input assumptions that differ from the defaults, for every state alike
 * @param codes the states wanted; all where left out
 * @throws Fault BAD_USER_INPUT for a horizon or an assumption out of its range
 */
export function projectStates(
  base: Base,
  horizon: number,
  input: AssumptionInput = {},
  codes?: readonly string[],
): StateProjection[] {
  checkHorizon(horizon);
  checkAssumptions(input);
  const wanted = base.states.filter(({ code }) => codes?.includes(code) ?? true);
  return wanted.map((state) => projectState(base, state, horizon, input));
}

const add = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

function addYears(years: readonly StateYear[]): StateYear {
  const ages = years[0]!.ages.map((_, age) => years.reduce((sum, one) => sum + one.ages[age]!, 0));
  return yearOf(years[0]!.year, ages, {
    births: add(years.map(({ births }) => births)),
    deaths: add(years.map(({ deaths }) => deaths)),
    migration: add(years.map(({ migration }) => migration)),
  });
}

/** The sum of projections of the same years, as a projection: the country's out of all its states'. */
export function addProjections(code: string, parts: readonly StateProjection[]): StateProjection {
  return {
    code,
    base: addYears(parts.map(({ base }) => base)),
    years: parts[0]!.years.map((_, index) => addYears(parts.map(({ years }) => years[index]!))),
  };
}
