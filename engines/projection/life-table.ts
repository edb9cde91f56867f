import { AGES } from "./ages.ts";
import { monotone } from "./monotone.ts";

/** Brass's general standard (Brass 1971): survivors at exact ages, in the ages it is published for. */
const STANDARD: readonly (readonly [age: number, survivors: number])[] = [
  [1, 0.8499],
  [2, 0.807],
  [3, 0.7876],
  [4, 0.7762],
  [5, 0.7691],
  [10, 0.7502],
  [15, 0.7362],
  [20, 0.713],
  [25, 0.6826],
  [30, 0.6525],
  [35, 0.6223],
  [40, 0.5898],
  [45, 0.5535],
  [50, 0.5106],
  [55, 0.4585],
  [60, 0.3965],
  [65, 0.321],
  [70, 0.238],
  [75, 0.1516],
  [80, 0.0768],
  [85, 0.0276],
  [90, 0.0059],
  [95, 0.0006],
];

const logit = (survivors: number) => 0.5 * Math.log((1 - survivors) / survivors);

const standardAt = monotone(
  STANDARD.map(([age]) => age),
  STANDARD.map(([, survivors]) => logit(survivors)),
);
const STANDARD_LOGITS = Float64Array.from({ length: AGES + 1 }, (_, age) => standardAt(age));

/**
 * Half the distance in level between men and women: reproduces the 2.8 years by which women's expectation of
 * life exceeds men's in the Sample Registration System's life tables of 2012-16.
 */
export const SEX_DISTANCE = 0.0665;

/** Years lived in the first year of life by a child that dies in it. */
const INFANT_YEARS = 0.2;

/** How long and how surely people of one sex live. */
export interface LifeTable {
  /** Persons alive at exact age 0, 1, … 101, out of one born. */
  readonly survivors: Float64Array;
  /** Years lived in each year of age, out of one born: the shape of a stationary population. */
  readonly lived: Float64Array;
  /** Share who live on from age x - 1 to age x of a year later; at 0 of those born; at 101 within 100 and over. */
  readonly survival: Float64Array;
  /** Expectation of life at birth, years. */
  readonly expectancy: number;
}

/** A level of mortality of both sexes. */
export interface Mortality {
  /** Brass's alpha, slope 1: the higher, the more die. About -0.9 in India about 2015. */
  readonly level: number;
  /** Deaths under one year per 1,000 births; null where the level itself says it. */
  readonly infant: number | null;
}

/**
 * Brass's relational life table with slope 1: logit l(x) = level ± distance of the sexes + standard(x), and the
 * first year of life by the infant mortality where that is known.
 */
export function lifeTable(mortality: Mortality, sex: "FEMALE" | "MALE"): LifeTable {
  const level = mortality.level + (sex === "MALE" ? SEX_DISTANCE : -SEX_DISTANCE);
  const survivors = new Float64Array(AGES + 1);
  survivors[0] = 1;
  for (let age = 1; age <= AGES; age++)
    survivors[age] = 1 / (1 + Math.exp(2 * (level + STANDARD_LOGITS[age]!)));
  if (mortality.infant !== null) {
    const scale = (1 - mortality.infant / 1000) / survivors[1]!;
    for (let age = 1; age <= AGES; age++) survivors[age]! *= scale;
  }
  const lived = new Float64Array(AGES);
  lived[0] = survivors[1]! + INFANT_YEARS * (1 - survivors[1]!);
  for (let age = 1; age < AGES; age++) lived[age] = (survivors[age]! + survivors[age + 1]!) / 2;
  const survival = new Float64Array(AGES + 1);
  survival[0] = lived[0]!;
  for (let age = 1; age < AGES; age++) survival[age] = lived[age]! / lived[age - 1]!;
  survival[AGES] = survival[AGES - 1]!;
  return { survivors, lived, survival, expectancy: lived.reduce((sum, years) => sum + years, 0) };
}

/** Deaths under one year per 1,000 births, of both sexes, that a level alone implies. */
export function infantOfLevel(level: number): number {
  const dying = (sex: "FEMALE" | "MALE") => 1 - lifeTable({ level, infant: null }, sex).survivors[1]!;
  return 500 * (dying("FEMALE") + dying("MALE"));
}

/** Expectation of life at birth, years, mean of the sexes. */
export function expectancyOf(mortality: Mortality): number {
  return (lifeTable(mortality, "FEMALE").expectancy + lifeTable(mortality, "MALE").expectancy) / 2;
}
