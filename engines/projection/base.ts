import { graduate } from "./ages.ts";
import { ASSUMPTIONS } from "./assumptions.ts";
import { live, move, type Natural, type People, totalOf, type YearRates } from "./cohort.ts";
import { CENSUS_YEAR, type Facts, type StateFacts } from "./facts.ts";
import { expectancyOf, infantOfLevel, lifeTable } from "./life-table.ts";
import { BIRTH_YEAR, type PastBirths, reverseSurvive } from "./reverse-survival.ts";
import { fertilitySchedule } from "./schedules.ts";
import { declineBetween, FERTILITY_CEILING, expectancyAfter, fertilityAfter, infantAfter, levelOf } from "./vital-path.ts";

/** Where a state's projection starts. */
export interface StateBase {
  readonly code: string;
  readonly year: number;
  /** Persons by sex and age; their sum is the official population of the year. */
  readonly people: People;
  /** Children per woman, in the scale of the surveys. */
  readonly fertility: number;
  /** Speed at which fertility nears its floor on a Gompertz curve, per year. */
  readonly fertilityDecline: number;
  /** Expectation of life at birth that the level of mortality alone gives, years. */
  readonly expectancy: number;
  /** Deaths under one year per 1,000 births. */
  readonly infant: number;
  /** Net migrants per 1,000 persons and year, mean of the last years before the base. */
  readonly migration: number;
}

export interface Base {
  readonly year: number;
  /** Births as the official population has them per birth as fertility and its survey have them, whole country. */
  readonly birthScale: number;
  /** Sorted by code, as the facts are. */
  readonly states: readonly StateBase[];
}

/** Year at which the fitted level of fertility and mortality holds: the middle of the vital rates. */
const FIT_YEAR = 2015;
const ROUNDS = 12;
/** Steps before the base whose migration and birth scale are carried on: one round of the official projection. */
const WINDOW = 5;
/** How strongly the crude death rate answers the level of mortality: d ln(rate) / d level. */
const RESPONSE = 1.8;

const { fertilityFloor, lifeExpectancyGain, infantMortalityDecline, sexRatioAtBirth, meanAgeOfChildbearing } = ASSUMPTIONS;

/** What is fitted for a state: children per woman and level of mortality at FIT_YEAR. */
interface Fit {
  fertility: number;
  level: number;
  /** Speed of the decline of fertility, per year. */
  decline: number;
}

function fertilityIn({ fertility: fact }: StateFacts, fit: Fit, year: number): number {
  const after = (rate: number, since: number) =>
    fertilityAfter(rate, fertilityFloor.default, fit.decline, year - since);
  if (fact === null || year <= FIT_YEAR) return after(fit.fertility, FIT_YEAR);
  if (year >= fact.year) return after(fact.rate, fact.year);
  const share = (year - FIT_YEAR) / (fact.year - FIT_YEAR);
  return fit.fertility + share * (fact.rate - fit.fertility);
}

const expectancyIn = (fit: Fit, year: number) =>
  expectancyAfter(
    expectancyOf({ level: fit.level, infant: null }),
    lifeExpectancyGain.default,
    year - FIT_YEAR,
  );

function infantIn({ infant: fact }: StateFacts, fit: Fit, year: number): number {
  const fitted = infantOfLevel(fit.level);
  const decline = infantMortalityDecline.default;
  if (fact === null || year <= FIT_YEAR) return infantAfter(fitted, decline, year - FIT_YEAR);
  if (year >= fact.year) return infantAfter(fact.rate, decline, year - fact.year);
  return fitted * (fact.rate / fitted) ** ((year - FIT_YEAR) / (fact.year - FIT_YEAR));
}

const schedule = fertilitySchedule(meanAgeOfChildbearing.default);

function ratesIn(facts: StateFacts, fit: Fit, year: number): YearRates {
  const mortality = { level: levelOf(expectancyIn(fit, year)), infant: infantIn(facts, fit, year) };
  const fertility = fertilityIn(facts, fit, year);
  return {
    female: lifeTable(mortality, "FEMALE"),
    male: lifeTable(mortality, "MALE"),
    fertility: schedule.map((share) => share * fertility),
    sexRatio: sexRatioAtBirth.default,
  };
}

/** The census's ages with the sexes apart: as many boys as born, thinned by each sex's own survival. */
function censusPeople(facts: StateFacts, fit: Fit): People {
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

interface Run {
  people: People[];
  /** Births and deaths per 1,000, and net migrants per 1,000, by step and state; the country's birth scale by step. */
  births: number[][];
  deaths: number[][];
  migration: number[][];
  scale: number[];
}

/** The same year with its births, and those of them who die within it, scaled. */
function withBirths({ people, births, deaths }: Natural, scale: number): Natural {
  const newborn = people.female[0]! + people.male[0]!;
  const scaled = (ages: Float64Array) => ages.map((persons, age) => (age === 0 ? persons * scale : persons));
  return {
    people: { female: scaled(people.female), male: scaled(people.male) },
    births: births * scale,
    deaths: deaths + (scale - 1) * (births - newborn),
  };
}

/** What births must be times, for the country to grow by its births and deaths alone as it officially did. */
function scaleOf(naturals: readonly Natural[], start: number, end: number): number {
  let [newborn, elder] = [0, 0];
  for (const { people, births, deaths } of naturals) {
    const surviving = people.female[0]! + people.male[0]!;
    newborn += surviving;
    elder += deaths - (births - surviving);
  }
  return (end - start + elder) / newborn;
}

/** From the census to the base, year by year, with net migration as what the official populations leave over. */
function run(facts: Facts, fits: readonly Fit[]): Run {
  const steps = facts.year - CENSUS_YEAR;
  const nation = (step: number) => facts.states.reduce((all, { population }) => all + population[step]!, 0);
  const out: Run = { people: [], births: [], deaths: [], migration: [], scale: [] };
  out.people = facts.states.map((state, index) => censusPeople(state, fits[index]!));
  for (let step = 0; step < steps; step++) {
    const naturals = facts.states.map((state, index) =>
      live(out.people[index]!, ratesIn(state, fits[index]!, CENSUS_YEAR + step)),
    );
    const scale = scaleOf(naturals, nation(step), nation(step + 1));
    const persons = facts.states.map(({ population }) => (population[step]! + population[step + 1]!) / 2000);
    const scaled = naturals.map((natural) => withBirths(natural, scale));
    const migrants = scaled.map(
      ({ people }, index) => facts.states[index]!.population[step + 1]! - totalOf(people),
    );
    out.people = scaled.map(({ people }, index) => move(people, migrants[index]!).people);
    out.scale.push(scale);
    out.births.push(naturals.map(({ births }, index) => births / persons[index]!));
    out.deaths.push(scaled.map(({ deaths }, index) => deaths / persons[index]!));
    out.migration.push(migrants.map((moved, index) => moved / persons[index]!));
  }
  return out;
}

const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length;

/** Observed rate over modelled rate, mean of the years observed; a year past the last step is held against that. */
function ratio(observed: ReadonlyMap<number, number>, modelled: readonly number[][], index: number): number {
  const steps = [...observed.keys()].map((year) => Math.min(year - CENSUS_YEAR, modelled.length - 1));
  return mean([...observed.values()]) / mean(steps.map((step) => modelled[step]![index]!));
}

/** Yearly gain of life expectancy in India before the census, years: 63.5 in 2002-06, 66.1 in 2006-10. */
const PAST_GAIN = 0.4;

/** Weight of a state's own decline of fertility against the country's: both carry error, and neither is better known. */
const OWN_DECLINE = 0.5;

/**
 * How fast fertility neared its floor in each state: children per woman by reverse survival about 1998 against the
 * fit of 2015, both in the scale of the surveys, drawn halfway to the same of the whole country.
 */
function measureDeclines(facts: Facts, fits: readonly Fit[], scale: number): number[] {
  const floor = fertilityFloor.default;
  const middle = (BIRTH_YEAR + CENSUS_YEAR) / 2;
  const past = facts.states.map((state, index) => {
    const fit = fits[index]!;
    const { female, male } = censusPeople(state, fit);
    const expectancy = expectancyAfter(expectancyIn(fit, CENSUS_YEAR), PAST_GAIN, middle - CENSUS_YEAR);
    return reverseSurvive(female, male, { level: levelOf(expectancy), infant: null }, schedule);
  });
  const decline = (births: number, perChild: number, fitted: number) => {
    const before = Math.min(births / perChild / scale, FERTILITY_CEILING - 0.1);
    return declineBetween(before, fitted, floor, FIT_YEAR - BIRTH_YEAR);
  };
  const all = (of: (one: PastBirths, index: number) => number) => past.reduce((sum, one, index) => sum + of(one, index), 0);
  const perChild = all((one) => one.perChild);
  const fitted = all((one, index) => one.perChild * fits[index]!.fertility) / perChild;
  const country = decline(all((one) => one.births), perChild, fitted);
  return past.map((one, index) => {
    const rate = fits[index]!.fertility;
    const own = rate <= floor ? country : decline(one.births, one.perChild, rate);
    return OWN_DECLINE * own + (1 - OWN_DECLINE) * country;
  });
}

function build(facts: Facts): Base {
  const fits: Fit[] = facts.states.map(() => ({ fertility: 2.3, level: -0.9, decline: 0.04 }));
  let last = run(facts, fits);
  for (let round = 0; round < ROUNDS; round++) {
    facts.states.forEach((state, index) => {
      const fit = fits[index]!;
      fit.fertility *= ratio(state.births, last.births, index);
      fit.level += Math.log(ratio(state.deaths, last.deaths, index)) / RESPONSE;
    });
    measureDeclines(facts, fits, mean(last.scale.slice(-WINDOW))).forEach((decline, index) => {
      fits[index]!.decline = decline;
    });
    last = run(facts, fits);
  }
  const { year } = facts;
  return {
    year,
    birthScale: mean(last.scale.slice(-WINDOW)),
    states: facts.states.map((state, index) => ({
      code: state.code,
      year,
      people: last.people[index]!,
      fertility: fertilityIn(state, fits[index]!, year),
      fertilityDecline: fits[index]!.decline,
      expectancy: expectancyIn(fits[index]!, year),
      infant: infantIn(state, fits[index]!, year),
      migration: mean(last.migration.slice(-WINDOW).map((step) => step[index]!)),
    })),
  };
}

const built = new WeakMap<Facts, Base>();

/**
 * The base of every state's projection, in the last year of the facts. Computed once for the same facts (about a
 * tenth of a second).
 */
export function baseOf(facts: Facts): Base {
  let base = built.get(facts);
  if (base === undefined) {
    base = build(facts);
    built.set(facts, base);
  }
  return base;
}

