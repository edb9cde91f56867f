import type { People } from "./cohort.ts";
import { measureDeclines } from "./decline.ts";
import { CENSUS_YEAR, type Facts } from "./facts.ts";
import { expectancyIn, type Fit, fertilityIn, infantIn } from "./fit.ts";
import { runHistory } from "./history.ts";

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

const ROUNDS = 8;
/** Steps before the base whose migration and birth scale are carried on: one round of the official projection. */
const WINDOW = 5;
/** How strongly the crude death rate answers the level of mortality: d ln(rate) / d level. */
const RESPONSE = 1.8;

const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length;

/** Observed rate over modelled rate, mean of the years observed; a year past the last step is held against that. */
function ratio(observed: ReadonlyMap<number, number>, modelled: readonly number[][], index: number): number {
  const steps = [...observed.keys()].map((year) => Math.min(year - CENSUS_YEAR, modelled.length - 1));
  return mean([...observed.values()]) / mean(steps.map((step) => modelled[step]![index]!));
}

function build(facts: Facts): Base {
  const fits: Fit[] = facts.states.map(() => ({ fertility: 2.3, level: -0.9, decline: 0.04 }));
  let last = runHistory(facts, fits);
  for (let round = 0; round < ROUNDS; round++) {
    facts.states.forEach((state, index) => {
      const fit = fits[index]!;
      fit.fertility *= ratio(state.births, last.births, index);
      fit.level += Math.log(ratio(state.deaths, last.deaths, index)) / RESPONSE;
    });
    measureDeclines(facts, fits, mean(last.scale.slice(-WINDOW))).forEach((decline, index) => {
      fits[index]!.decline = decline;
    });
    last = runHistory(facts, fits);
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
 * quarter of a second).
 */
export function baseOf(facts: Facts): Base {
  let base = built.get(facts);
  if (base === undefined) {
    base = build(facts);
    built.set(facts, base);
  }
  return base;
}
