import { live, move, type Natural, type People, totalOf } from "./cohort.ts";
import { CENSUS_YEAR, type Facts } from "./facts.ts";
import { censusPeople, type Fit, ratesIn } from "./fit.ts";

/** What a run from the census to the base gave. */
export interface History {
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
export function runHistory(facts: Facts, fits: readonly Fit[]): History {
  const steps = facts.year - CENSUS_YEAR;
  const nation = (step: number) => facts.states.reduce((all, { population }) => all + population[step]!, 0);
  const out: History = { people: [], births: [], deaths: [], migration: [], scale: [] };
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
